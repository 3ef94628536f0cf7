package dev.parley.query.moderation.discipline;

import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;

import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.SanctionEnded;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.AppealEvent.AppealGranted;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.query.KeptEntries;
import dev.parley.query.Latest;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Keeps a document per person about whom moderators ever did anything. */
@Projection(name = "discipline", collections = DisciplineDocument.COLLECTION)
class DisciplineProjection {
    private static final Bson LATEST_TIMEOUTS = KeptEntries.latest(
            DisciplineDocument.MOST_TIMEOUTS, DisciplineDocument.TIMEOUTS, DisciplineDocument.POSITION);

    private static final Set<String> MODERATING =
            Set.of(Role.MODERATOR.label(), Role.ADMIN.label(), Role.SERVICE.label());

    private final Writes writes;

    DisciplineProjection(Writes writes) {
        this.writes = writes;
    }

    @EventHandler
    void on(MemberWarned warned, DomainEventMessage<?> message, TrackingToken token) {
        act(warned.action(), action(ActionType.WARNING, warned.reason(), message), token);
    }

    @EventHandler
    void on(SanctionImposed imposed, DomainEventMessage<?> message, TrackingToken token) {
        Document action = action(ActionType.of(imposed.sanction()), imposed.reason(), message);
        imposed.until().ifPresent(end -> action.append(DisciplineDocument.UNTIL, Date.from(end)));
        act(imposed.action(), action, token);
    }

    @EventHandler
    void on(SanctionEnded ended, DomainEventMessage<?> message, TrackingToken token) {
        end(ended.action(), false, message, token);
    }

    @EventHandler
    void on(SanctionLifted lifted, DomainEventMessage<?> message, TrackingToken token) {
        end(lifted.action(), true, message, token);
    }

    /** An appeal that was granted, whether or not anything was left to lift. */
    @EventHandler
    void on(AppealGranted granted, TrackingToken token) {
        ActionId id = granted.appealId().action();
        change(id, Latest.set(DisciplineDocument.place(DisciplineDocument.WRONG, id), id.number(), true), token);
    }

    /** Those by the owners of rooms count for nothing. */
    @EventHandler
    void on(MemberTimedOut timedOut, DomainEventMessage<?> message, TrackingToken token) {
        if (MODERATING.contains(message.getMetaData().get(Envelope.ROLE))) {
            count(timedOut, message.getTimestamp(), token);
        }
    }

    private void count(MemberTimedOut timedOut, Instant at, TrackingToken token) {
        String person = timedOut.member().value();
        Document timeout = new Document(
                        DisciplineDocument.POSITION, token.position().orElseThrow())
                .append(DisciplineDocument.ROOM, timedOut.roomId().value())
                .append(DisciplineDocument.AT, Date.from(at));
        writes.add(DisciplineDocument.COLLECTION, person, addToSet(DisciplineDocument.TIMEOUTS, timeout));
        writes.add(DisciplineDocument.COLLECTION, person, LATEST_TIMEOUTS);
    }

    private static Document action(ActionType type, String reason, DomainEventMessage<?> message) {
        return new Document(DisciplineDocument.TYPE, type.label())
                .append(DisciplineDocument.REASON, reason)
                .append(DisciplineDocument.BY, actor(message))
                .append(DisciplineDocument.AT, Date.from(message.getTimestamp()));
    }

    private void act(ActionId id, Document action, TrackingToken token) {
        change(id, Latest.set(DisciplineDocument.place(DisciplineDocument.ACTIONS, id), id.number(), action), token);
    }

    private void end(ActionId id, boolean lifted, DomainEventMessage<?> message, TrackingToken token) {
        Document over = new Document(DisciplineDocument.LIFTED, lifted)
                .append(DisciplineDocument.BY, actor(message))
                .append(DisciplineDocument.REASON, message.getMetaData().getOrDefault(Envelope.REASON, ""))
                .append(DisciplineDocument.AT, Date.from(message.getTimestamp()));
        change(id, Latest.set(DisciplineDocument.place(DisciplineDocument.OVER, id), id.number(), over), token);
    }

    private void change(ActionId id, Bson change, TrackingToken token) {
        writes.add(
                DisciplineDocument.COLLECTION,
                id.member().value(),
                combine(
                        change,
                        max(DisciplineDocument.POSITION, token.position().orElseThrow())));
    }

    private static Object actor(DomainEventMessage<?> message) {
        return message.getMetaData().getOrDefault(Envelope.ACTOR, UserId.SYSTEM.value());
    }
}
