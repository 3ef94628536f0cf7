package dev.parley.query.moderation.appeal;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Indexes;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.AppealEvent;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealEvent.AppealGranted;
import dev.parley.kernel.moderation.AppealEvent.AppealRejected;
import dev.parley.query.Latest;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.util.Date;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Keeps appeals with their answers. */
@Projection(name = "appeals", collections = AppealDocument.COLLECTION)
class AppealProjection {
    private final Writes writes;

    AppealProjection(Writes writes) {
        this.writes = writes;
        writes.index(
                AppealDocument.COLLECTION,
                Indexes.ascending(AppealDocument.STATUS + ".value", AppealDocument.POSITION));
    }

    @EventHandler
    void on(AppealEvent event, DomainEventMessage<?> message, TrackingToken token) {
        switch (event) {
            case AppealFiled filed ->
                change(
                        filed,
                        combine(
                                set(AppealDocument.POSITION, token.position().orElseThrow()),
                                set(AppealDocument.MEMBER, filed.member().value()),
                                set(AppealDocument.ACTED_BY, filed.actedBy().value()),
                                set(AppealDocument.TEXT, filed.text()),
                                set(AppealDocument.AT, Date.from(message.getTimestamp())),
                                status(AppealStatus.PENDING, message)));
            case AppealGranted granted -> answer(granted, AppealStatus.GRANTED, granted.moderator(), message);
            case AppealRejected rejected -> answer(rejected, AppealStatus.REJECTED, rejected.moderator(), message);
        }
    }

    private void answer(AppealEvent event, AppealStatus status, UserId moderator, DomainEventMessage<?> message) {
        Document answer = new Document(AppealDocument.MODERATOR, moderator.value())
                .append(AppealDocument.REASON, message.getMetaData().getOrDefault(Envelope.REASON, ""))
                .append(AppealDocument.AT, Date.from(message.getTimestamp()));
        change(event, combine(set(AppealDocument.ANSWER, answer), status(status, message)));
    }

    private static Bson status(AppealStatus status, DomainEventMessage<?> message) {
        return Latest.set(AppealDocument.STATUS, message.getSequenceNumber(), status.label());
    }

    private void change(AppealEvent event, Bson change) {
        writes.add(AppealDocument.COLLECTION, event.appealId().toString(), change);
    }
}
