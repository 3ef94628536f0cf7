package dev.parley.command.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.command.Command;
import dev.parley.command.Origin;
import dev.parley.kernel.Envelope;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;

/** What a command goes to the bus in: who sends it, why, and an id that is the same for the same actor and key. */
final class CommandEnvelope {
    private CommandEnvelope() {}

    static CommandMessage<Command> around(Command command, Origin origin) {
        Map<String, String> envelope = new HashMap<>();
        envelope.put(Envelope.ACTOR, command.actor().id().value());
        envelope.put(Envelope.ROLE, command.actor().strongestRole().label());
        envelope.put(Envelope.CORRELATION, origin.correlation());
        envelope.put(Envelope.CAUSATION, origin.causation());
        if (!command.reason().isEmpty()) {
            envelope.put(Envelope.REASON, command.reason());
        }
        if (!origin.digest().isEmpty()) {
            envelope.put(Envelope.REQUEST, origin.digest());
        }
        var message = new GenericMessage<>(id(command, origin), command, envelope);
        return new GenericCommandMessage<>(message, command.getClass().getName());
    }

    private static String id(Command command, Origin origin) {
        UUID id = origin.key().isEmpty()
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((command.actor().id() + "~" + origin.key()).getBytes(UTF_8));
        return id.toString();
    }
}
