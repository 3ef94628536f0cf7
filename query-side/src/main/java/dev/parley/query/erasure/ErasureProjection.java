package dev.parley.query.erasure;

import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.MemberEvent.ErasureRequested;
import dev.parley.kernel.member.MemberEvent.MemberErased;
import dev.parley.query.Latest;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.time.Instant;
import java.util.Date;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;

/** Keeps a document per person who was erased, or is about to be. */
@Projection(name = "erasures", collections = ErasureDocument.COLLECTION)
class ErasureProjection {
    private final Writes writes;

    ErasureProjection(Writes writes) {
        this.writes = writes;
    }

    @EventHandler
    void on(ErasureRequested requested, DomainEventMessage<?> message, TrackingToken token) {
        set(
                requested,
                ErasureDocument.REQUESTED,
                message,
                at(message.getTimestamp(), token)
                        .append(ErasureDocument.BY, message.getMetaData().get(Envelope.ACTOR))
                        .append(ErasureDocument.REASON, message.getMetaData().getOrDefault(Envelope.REASON, "")));
    }

    @EventHandler
    void on(MemberErased erased, DomainEventMessage<?> message, TrackingToken token) {
        set(erased, ErasureDocument.ERASED, message, at(message.getTimestamp(), token));
    }

    private static Document at(Instant at, TrackingToken token) {
        return new Document(ErasureDocument.AT, Date.from(at))
                .append(ErasureDocument.POSITION, token.position().orElseThrow());
    }

    private void set(MemberEvent event, String field, DomainEventMessage<?> message, Document value) {
        writes.add(
                ErasureDocument.COLLECTION,
                event.member().value(),
                Latest.set(field, message.getSequenceNumber(), value));
    }
}
