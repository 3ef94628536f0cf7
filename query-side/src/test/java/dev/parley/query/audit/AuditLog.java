package dev.parley.query.audit;

import dev.parley.kernel.Envelope;
import dev.parley.query.Streams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;

/** A log of events in their envelopes, a second apart. The first is named e0, and so on; each has its own command. */
final class AuditLog {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final List<GenericTrackedDomainEventMessage<?>> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();

    /** Asked for by a request of its own. */
    AuditLog add(String aggregate, String stream, Object event, String actor, String role, String reason) {
        String request = "request" + events.size();
        return add(
                aggregate,
                stream,
                event,
                Map.of(
                        Envelope.ACTOR, actor,
                        Envelope.ROLE, role,
                        Envelope.REASON, reason,
                        Envelope.COMMAND, "e" + events.size(),
                        Envelope.CORRELATION, request,
                        Envelope.CAUSATION, request));
    }

    /** What the server did when it saw another event. */
    AuditLog react(String aggregate, String stream, Object event, String cause, String correlation) {
        return add(
                aggregate,
                stream,
                event,
                Map.of(
                        Envelope.ACTOR,
                        "system",
                        Envelope.ROLE,
                        "service",
                        Envelope.COMMAND,
                        "e" + events.size(),
                        Envelope.CORRELATION,
                        correlation,
                        Envelope.CAUSATION,
                        cause));
    }

    private AuditLog add(String aggregate, String stream, Object event, Map<String, String> envelope) {
        int position = events.size();
        long sequence = sequences.merge(stream, 0L, (last, first) -> last + 1);
        events.add(Streams.logged(
                position,
                new GenericDomainEventMessage<>(
                        aggregate, stream, sequence, event, envelope, "e" + position, NOON.plusSeconds(position))));
        return this;
    }

    Stream<GenericTrackedDomainEventMessage<?>> events() {
        return events.stream();
    }
}
