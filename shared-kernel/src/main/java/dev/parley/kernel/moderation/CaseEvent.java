package dev.parley.kernel.moderation;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that can happen to the cases about one person. Why a moderator decided so is told by the envelope. */
public sealed interface CaseEvent {
    CaseId caseId();

    /**
     * The first report of a case begins it.
     *
     * @param report number of the report in its case, from 1 without holes
     * @param reporter {@link UserId#SYSTEM} where the server itself reports, or a service whose detector did
     * @param description what the reporter says happened
     */
    record ReportFiled(
            CaseId caseId,
            long report,
            UserId reporter,
            ReportType type,
            PersonalText description,
            Optional<PersonalText> evidenceUrl,
            Optional<Evidence> evidence)
            implements CaseEvent {}

    /** The reporter had more to say. */
    record ReportContinued(
            CaseId caseId,
            long report,
            UserId reporter,
            PersonalText description,
            Optional<PersonalText> evidenceUrl,
            Optional<Evidence> evidence)
            implements CaseEvent {}

    /**
     * A moderator has the case for themselves; again when the same one claims it anew, which prolongs.
     *
     * @param fence grows with every claim in this file: a decision that names another was made under a claim that is lost
     * @param until first instant at which another may claim it
     */
    record InquiryOpened(CaseId caseId, UserId moderator, long fence, Instant until) implements CaseEvent {}

    record InquiryReleased(CaseId caseId, UserId moderator, long fence) implements CaseEvent {}

    /** The moderator let the time of the claim pass. */
    record InquiryLapsed(CaseId caseId, UserId moderator, long fence) implements CaseEvent {}

    /** Nothing was wrong. */
    record CaseDismissed(CaseId caseId, UserId moderator) implements CaseEvent {}

    /** Something was, and nothing needs to be done. */
    record CaseReviewed(CaseId caseId, UserId moderator) implements CaseEvent {}

    /**
     * Something was done: the action stands in the stream of the person.
     *
     * @param told people who had reported, if the account was banned: they are told; nobody else is
     */
    record CaseActioned(CaseId caseId, UserId moderator, ActionType type, ActionId action, List<UserId> told)
            implements CaseEvent {
        public CaseActioned {
            told = List.copyOf(told);
        }
    }
}
