package dev.parley.query.analytics;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoDatabase;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.MemberEvent.MemberWarned;
import dev.parley.kernel.member.MemberEvent.SanctionImposed;
import dev.parley.kernel.member.MemberEvent.SanctionLifted;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.AppealEvent;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealEvent.AppealGranted;
import dev.parley.kernel.moderation.AppealEvent.AppealRejected;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.query.Latest;
import dev.parley.query.PersonField;
import dev.parley.query.Projection;
import dev.parley.query.ProjectionRun;
import dev.parley.query.Writes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.bson.Document;

/**
 * Keeps what moderators said of what others of them had done: by answering an appeal, or by lifting a sanction. Who lifts
 * it because of an appeal has said one thing.
 */
@Projection(
        name = "second-decisions",
        collections = {AgreementDocument.FIRST, AgreementDocument.SECOND},
        restMillis = 500)
class AgreementProjection {
    private static final String TAKEN = AgreementProjection.class.getName();

    private final Writes writes;
    private final MongoDatabase database;

    AgreementProjection(Writes writes, MongoDatabase writtenDatabase) {
        this.writes = writes;
        this.database = writtenDatabase;
    }

    @EventHandler
    void on(MemberWarned warned, TrackedEventMessage<?> message) {
        take(warned.action(), actor(message), message);
    }

    @EventHandler
    void on(SanctionImposed imposed, TrackedEventMessage<?> message) {
        take(imposed.action(), actor(message), message);
    }

    @EventHandler
    void on(SanctionLifted lifted, TrackedEventMessage<?> message) {
        judge(lifted.action(), lifted.action(), new Judgement(actor(message), false), message);
    }

    @EventHandler
    void on(AppealEvent event, TrackedEventMessage<?> message) {
        switch (event) {
            case AppealFiled filed -> take(filed.appealId(), filed.actedBy().value(), message);
            case AppealGranted granted -> answer(granted, granted.moderator(), false, message);
            case AppealRejected rejected -> answer(rejected, rejected.moderator(), true, message);
        }
    }

    private void answer(AppealEvent event, UserId moderator, boolean agrees, TrackedEventMessage<?> message) {
        AppealId appeal = event.appealId();
        judge(appeal, appeal.action(), new Judgement(moderator.value(), agrees), message);
    }

    private record Judgement(String moderator, boolean agrees) {}

    /** @param id of the action, or of the appeal against it, whose stream says so itself */
    private void take(Object id, String moderator, TrackedEventMessage<?> message) {
        taken().put(id.toString(), moderator);
        writes.insert(
                AgreementDocument.FIRST,
                new Document("_id", id.toString())
                        .append(AgreementDocument.BY, moderator)
                        .append(AgreementDocument.POSITION, Tally.position(message)));
    }

    private void judge(Object id, ActionId action, Judgement second, TrackedEventMessage<?> message) {
        takenBy(id.toString())
                .filter(first -> !first.equals(second.moderator()))
                .ifPresent(first -> {
                    long position = Tally.position(message);
                    Document decision =
                            new Document(AgreementDocument.BY, first).append(AgreementDocument.AGREES, second.agrees());
                    writes.raise(
                            AgreementDocument.SECOND,
                            Tally.day(message).toString(),
                            new Document(field(action), Latest.of(position, decision))
                                    .append(AgreementDocument.POSITION, position));
                });
    }

    private static String field(ActionId action) {
        return AgreementDocument.DECISIONS + "." + PersonField.of(action.member()) + "~" + action.number();
    }

    private Optional<String> takenBy(String id) {
        String inBatch = taken().get(id);
        return inBatch == null ? storedTaker(id) : Optional.of(inBatch);
    }

    private Optional<String> storedTaker(String id) {
        Document stored = database.getCollection(ProjectionRun.currently(AgreementDocument.FIRST))
                .find(eq(id))
                .first();
        return Optional.ofNullable(stored).map(found -> found.getString(AgreementDocument.BY));
    }

    /** What the current batch says of that, which is not stored yet. */
    private static Map<String, String> taken() {
        return CurrentUnitOfWork.get().getOrComputeResource(TAKEN, key -> new HashMap<>());
    }

    private static String actor(TrackedEventMessage<?> message) {
        return (String) message.getMetaData().getOrDefault(Envelope.ACTOR, UserId.SYSTEM.value());
    }
}
