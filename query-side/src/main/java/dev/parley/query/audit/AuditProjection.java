package dev.parley.query.audit;

import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ReporterEvent;
import dev.parley.kernel.moderation.StreamKind;
import dev.parley.query.Projection;
import dev.parley.query.search.IndexWrites;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps every event findable by who did it, to whom, when, why, and what it came of. */
@Projection(name = "audit-search", restMillis = 500)
class AuditProjection {
    private final IndexWrites writes;

    AuditProjection(IndexWrites writes) {
        this.writes = writes;
        writes.declare(AuditIndex.INDEX);
    }

    @EventHandler
    void on(DomainEventMessage<?> event, TrackingToken token) {
        writes.index(
                AuditIndex.INDEX,
                event.getIdentifier(),
                event.getSequenceNumber(),
                document(event, token.position().orElseThrow()));
    }

    private static Map<String, Object> document(DomainEventMessage<?> event, long position) {
        Map<String, ?> envelope = event.getMetaData();
        Map<String, Object> document = new HashMap<>();
        document.put(AuditIndex.POSITION, position);
        document.put(AuditIndex.AT, event.getTimestamp().toEpochMilli());
        document.put(AuditIndex.TYPE, event.getPayloadType().getSimpleName());
        document.put(AuditIndex.AGGREGATE, event.getType());
        document.put(AuditIndex.STREAM, event.getAggregateIdentifier());
        put(document, AuditIndex.ACTOR, envelope.get(Envelope.ACTOR), "");
        put(document, AuditIndex.ROLE, envelope.get(Envelope.ROLE), "");
        put(document, AuditIndex.REASON, envelope.get(Envelope.REASON), "");
        put(document, AuditIndex.COMMAND, envelope.get(Envelope.COMMAND), event.getIdentifier());
        put(document, AuditIndex.CORRELATION, envelope.get(Envelope.CORRELATION), "");
        put(document, AuditIndex.CAUSATION, envelope.get(Envelope.CAUSATION), envelope.get(Envelope.CORRELATION));
        put(document, AuditIndex.SUBJECTS, subjects(event.getPayload(), envelope.get(Envelope.ACTOR)), List.of());
        put(document, AuditIndex.CONCERNED, concerned(event), List.of());
        return document;
    }

    /** @param obvious a value that is left out */
    private static void put(Map<String, Object> document, String field, Object value, Object obvious) {
        if (value != null && !value.equals("") && !value.equals(obvious)) {
            document.put(field, value);
        }
    }

    private static List<String> concerned(DomainEventMessage<?> event) {
        Set<UserId> people = event.getPayload() instanceof ReporterEvent reporting
                ? Set.of(reporting.caseId().file().reported())
                : StreamKind.ofAggregate(event.getType())
                        .map(kind -> kind.concerned(event.getAggregateIdentifier()))
                        .orElse(Set.of());
        return people.stream().map(UserId::value).toList();
    }

    private static List<String> subjects(Object payload, Object actor) {
        return Named.in(payload).stream()
                .map(UserId::value)
                .filter(person -> !person.equals(actor))
                .toList();
    }
}
