package dev.parley.command.moderation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.CommandRejected;
import dev.parley.command.moderation.CaseCommand.ClaimCase;
import dev.parley.command.moderation.CaseCommand.FileReport;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.kernel.moderation.CaseEvent.CaseDismissed;
import dev.parley.kernel.moderation.CaseEvent.CaseReviewed;
import dev.parley.kernel.moderation.CaseEvent.InquiryLapsed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.InquiryReleased;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.Evidence;
import dev.parley.kernel.moderation.ReportType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * All cases of one kind about one person, of which the last alone may be undecided, and be held by one moderator at a
 * time. {@link Reporting} files reports; {@link Inquiries} claims and decides.
 */
@Revision("2")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class CaseFile {
    @AggregateIdentifier
    private CaseFileId id;

    /** Of the last case, from 1. */
    private long number;

    private boolean decided = true;
    private CaseReports reports = new CaseReports();
    private Inquiry inquiry = Inquiry.NONE;
    private long lastFence;

    CaseFile() {} // filled from events

    /**
     * Whether such a report by this person continues one that they have in the undecided case.
     *
     * @throws CommandRejected as {@code CASE_FULL} if there is no room for it
     */
    boolean continues(UserId reporter, ReportType type) {
        OptionalInt own = reports.numberOf(reporter, type);
        own.ifPresentOrElse(reports::requireRoomIn, reports::requireRoom);
        return own.isPresent();
    }

    /** @throws CommandRejected as {@code CASE_FULL} if its text is more than there is room for */
    void file(FileReport asked, Optional<Evidence> shown) {
        var next = new CaseId(asked.file(), decided ? number + 1 : number);
        UserId reporter = asked.actor().id();
        var text = new PersonalText(reporter, asked.description().value());
        Optional<PersonalText> url = asked.evidenceUrl().map(address -> new PersonalText(reporter, address));
        Optional<Evidence> evidence = shown.map(reports::once);
        reports.requireRoomFor(text, url, evidence);
        apply(new ReportFiled(next, reports.count() + 1L, reporter, asked.type(), text, url, evidence));
    }

    /** @throws CommandRejected as {@code CASE_FULL} if its text is more than there is room for */
    void goOn(FileReport asked, Optional<Evidence> shown) {
        UserId reporter = asked.actor().id();
        var text = new PersonalText(reporter, asked.description().value());
        Optional<PersonalText> url = asked.evidenceUrl().map(address -> new PersonalText(reporter, address));
        Optional<Evidence> evidence = shown.map(reports::once);
        reports.requireRoomFor(text, url, evidence);
        long report = numberOf(reporter, asked.type());
        apply(new ReportContinued(current(), report, reporter, text, url, evidence));
    }

    /** The case that is not decided, or else the last one that was. */
    CaseId current() {
        return new CaseId(id, number);
    }

    /** Number of the report of this type that this person has in the undecided case. */
    long numberOf(UserId reporter, ReportType type) {
        return reports.numberOf(reporter, type).orElseThrow();
    }

    boolean shows(ConversationId conversation) {
        return reports.show(conversation);
    }

    /**
     * @throws CommandRejected as {@code CLAIMED_BY_ANOTHER}, as {@code OWN_DECISION} if the moderator has reported in the
     *     case and is no admin, or as {@link #requireUndecided}
     */
    void claim(ClaimCase asked, Instant now, Instant until) {
        UserId moderator = asked.actor().id();
        requireUndecided(asked.caseId());
        if (inquiry.holds(now) && !inquiry.isOf(moderator, now)) {
            throw new CommandRejected(
                    Rejection.CLAIMED_BY_ANOTHER, "Another moderator looks into this case.", inquiry.until());
        }
        CommandRejected.unless(
                inquiry.isOf(moderator, now)
                        || asked.actor().administers()
                        || !reports.people().contains(moderator),
                Rejection.OWN_DECISION,
                "Another moderator than one who has reported looks into this.");
        lapse(now);
        long fence = inquiry.holds(now) ? inquiry.fence() : lastFence + 1;
        apply(new InquiryOpened(asked.caseId(), moderator, fence, until));
    }

    void release() {
        apply(new InquiryReleased(current(), inquiry.moderator(), inquiry.fence()));
    }

    /** Tells that the time of the claim is over, if it is and that was not told yet. */
    void lapse(Instant now) {
        if (inquiry.isOver(now)) {
            apply(new InquiryLapsed(current(), inquiry.moderator(), inquiry.fence()));
        }
    }

    void dismiss() {
        apply(new CaseDismissed(current(), inquiry.moderator()));
    }

    void review() {
        apply(new CaseReviewed(current(), inquiry.moderator()));
    }

    /** Who had reported hears of a ban of the account, and of nothing else. */
    void act(ActionType type, ActionId action) {
        List<UserId> told = type == ActionType.ACCOUNT_BAN ? reports.people() : List.of();
        apply(new CaseActioned(current(), inquiry.moderator(), type, action, told));
    }

    /**
     * @param fence of the claim under which the moderator means to act; empty for any
     * @throws CommandRejected as {@code INQUIRY_LOST}, or as {@link #requireUndecided}
     */
    void requireHeld(CaseId caseId, UserId moderator, OptionalLong fence, Instant now) {
        requireUndecided(caseId);
        boolean meant = fence.isEmpty() || fence.getAsLong() == inquiry.fence();
        CommandRejected.unless(
                meant && inquiry.isOf(moderator, now), Rejection.INQUIRY_LOST, "You do not hold this case now.");
    }

    /** @throws CommandRejected as {@code UNKNOWN_CASE} or {@code CASE_DECIDED} */
    private void requireUndecided(CaseId caseId) {
        CommandRejected.unless(
                caseId.number() >= 1 && caseId.number() <= number, Rejection.UNKNOWN_CASE, "There is no such case.");
        CommandRejected.unless(
                caseId.number() == number && !decided, Rejection.CASE_DECIDED, "This case was decided already.");
    }

    @EventSourcingHandler
    void on(ReportFiled event, @MetaDataValue(Envelope.ROLE) String role) {
        id = event.caseId().file();
        number = event.caseId().number();
        decided = false;
        reports.add(event, role);
    }

    @EventSourcingHandler
    void on(ReportContinued event) {
        reports.add(event);
    }

    @EventSourcingHandler
    void on(InquiryOpened event) {
        lastFence = event.fence();
        inquiry = new Inquiry(event.moderator(), event.fence(), event.until());
    }

    @EventSourcingHandler
    void on(InquiryReleased event) {
        inquiry = Inquiry.NONE;
    }

    @EventSourcingHandler
    void on(InquiryLapsed event) {
        inquiry = Inquiry.NONE;
    }

    @EventSourcingHandler
    void on(CaseDismissed event) {
        decide();
    }

    @EventSourcingHandler
    void on(CaseReviewed event) {
        decide();
    }

    @EventSourcingHandler
    void on(CaseActioned event) {
        decide();
    }

    private void decide() {
        decided = true;
        inquiry = Inquiry.NONE;
        reports = new CaseReports();
    }
}
