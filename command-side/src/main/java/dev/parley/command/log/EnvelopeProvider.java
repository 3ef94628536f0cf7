package dev.parley.command.log;

import dev.parley.kernel.Envelope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Gives each event the envelope of the command that it came of. */
class EnvelopeProvider implements CorrelationDataProvider {
    private static final List<String> CARRIED = List.of(
            Envelope.ACTOR, Envelope.ROLE, Envelope.REASON, Envelope.CORRELATION, Envelope.CAUSATION, Envelope.REQUEST);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> command) {
        Map<String, Object> envelope = new HashMap<>();
        for (String key : CARRIED) {
            Object value = command.getMetaData().get(key);
            if (value != null) {
                envelope.put(key, value);
            }
        }
        envelope.put(Envelope.COMMAND, command.getIdentifier());
        return envelope;
    }
}
