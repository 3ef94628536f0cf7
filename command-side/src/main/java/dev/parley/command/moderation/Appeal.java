package dev.parley.command.moderation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.command.moderation.AppealCommand.FileAppeal;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealEvent.AppealGranted;
import dev.parley.kernel.moderation.AppealEvent.AppealRejected;
import dev.parley.kernel.moderation.AppealId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** The one appeal against an action: filed by whom it concerns, and answered once, by another than the one who acted. */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Appeal {
    @AggregateIdentifier
    private AppealId id;

    private UserId actedBy;
    private boolean answered;

    Appeal() {} // filled from events

    /** @throws CommandRejected as {@code ALREADY_APPEALED} if there is one */
    void requireNew() {
        CommandRejected.unless(id == null, Rejection.ALREADY_APPEALED, "You have appealed against this already.");
    }

    void file(FileAppeal asked, UserId moderator) {
        UserId member = asked.actor().id();
        var text = new PersonalText(member, asked.text().value());
        apply(new AppealFiled(asked.appealId(), member, moderator, text));
    }

    /** @throws CommandRejected as {@code UNKNOWN_APPEAL}, {@code APPEAL_ANSWERED} or {@code OWN_DECISION} */
    void requireMayAnswer(UserId moderator) {
        CommandRejected.unless(id != null, Rejection.UNKNOWN_APPEAL, "There is no such appeal.");
        CommandRejected.unless(!answered, Rejection.APPEAL_ANSWERED, "This appeal was answered already.");
        CommandRejected.unless(
                !moderator.equals(actedBy), Rejection.OWN_DECISION, "Another moderator than you looks at this.");
    }

    void answer(UserId moderator, boolean granted) {
        UserId member = id.action().member();
        apply(granted ? new AppealGranted(id, member, moderator) : new AppealRejected(id, member, moderator));
    }

    @EventSourcingHandler
    void on(AppealFiled event) {
        id = event.appealId();
        actedBy = event.actedBy();
    }

    @EventSourcingHandler
    void on(AppealGranted event) {
        answered = true;
    }

    @EventSourcingHandler
    void on(AppealRejected event) {
        answered = true;
    }
}
