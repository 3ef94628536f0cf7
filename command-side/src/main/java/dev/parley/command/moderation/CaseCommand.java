package dev.parley.command.moderation;

import dev.parley.command.Command;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.ReasonText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.WebAddress;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.CaseFileId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.ReportText;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.kernel.moderation.Subject;
import dev.parley.kernel.moderation.Term;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Everything that can be asked of the cases about one person. But for reports it is for moderators, refused as
 * {@code ACCOUNT_BAN} while their account is closed, and never for the one whom the case is about; a case that there is
 * not is {@code UNKNOWN_CASE}. What decides a case is refused as {@code INQUIRY_LOST} to who does not hold it at the
 * moment, and as {@code CASE_DECIDED} once it is.
 */
public sealed interface CaseCommand extends Command {
    @TargetAggregateIdentifier
    CaseFileId file();

    @Override
    default Rejection whenUnknown() {
        return Rejection.UNKNOWN_CASE;
    }

    /** Of a case that there is. */
    sealed interface OfCase extends CaseCommand {
        CaseId caseId();

        @Override
        default CaseFileId file() {
            return caseId().file();
        }
    }

    /** By the one who has claimed the case. */
    sealed interface OfHolder extends OfCase {
        /** Of the claim under which it was asked, where that was told. */
        OptionalLong fence();
    }

    /**
     * Reports somebody who has joined; else {@code UNKNOWN_USER}. The same reporter with the same type continues the
     * report that they have in an undecided case, at most 20 times. Refused as {@code CASE_FULL} beyond that, beyond
     * 500 reports in a case and beyond 2 MB of text in it; as {@code TOO_MANY_REPORTS} to people who have filed or
     * continued 10 within an hour; to people whose account is banned; and as unknown where there is no such subject for
     * the reporter.
     *
     * @param evidenceUrl a web address; where a person reports cheating there is one here or in the description
     * @param subject whose author is the reported person
     */
    record FileReport(
            Actor actor,
            UserId reported,
            ReportType type,
            ReportText description,
            Optional<String> evidenceUrl,
            Optional<Subject> subject)
            implements CaseCommand {
        /** @throws InvalidValue if that is the actor, or the address is none, or cheating comes without one */
        public FileReport {
            InvalidValue.unless(!reported.equals(actor.id()), "reported_user", "somebody else");
            evidenceUrl.ifPresent(url -> WebAddress.require(url, "evidence_url"));
            InvalidValue.unless(
                    type != ReportType.CHEATING
                            || actor.isService()
                            || evidenceUrl.isPresent()
                            || WebAddress.isIn(description.value()),
                    "evidence_url",
                    "a link to what shows the cheating, here or in the description");
        }

        @Override
        public CaseFileId file() {
            return new CaseFileId(type.kind(), reported);
        }
    }

    /**
     * Takes the case for oneself for a while, or prolongs that. Refused as {@code CLAIMED_BY_ANOTHER} until the other's
     * time is over, and as {@code OWN_DECISION} to moderators who have reported in it, but not to admins.
     */
    record ClaimCase(Actor actor, CaseId caseId) implements OfCase {}

    /** Leaves the case to others. */
    record ReleaseCase(Actor actor, CaseId caseId, OptionalLong fence) implements OfHolder {}

    /** Nothing was wrong. */
    record DismissCase(Actor actor, CaseId caseId, OptionalLong fence, String reason) implements OfHolder {
        public DismissCase {
            reason = ReasonText.orNone(reason);
        }
    }

    /** Something was, and nothing needs to be done. */
    record ReviewCase(Actor actor, CaseId caseId, OptionalLong fence, String reason) implements OfHolder {
        public ReviewCase {
            reason = ReasonText.orNone(reason);
        }
    }

    /**
     * Does something about the person: it holds from then on. Without a term, for good. About moderators by admins
     * alone, else {@code NOT_ALLOWED}.
     */
    record ActOnCase(
            Actor actor, CaseId caseId, OptionalLong fence, ActionType type, Optional<Term> term, String reason)
            implements OfHolder {
        /** @throws InvalidValue if a warning has a term */
        public ActOnCase {
            reason = ReasonText.orNone(reason);
            Terms.requireFits(type, term);
        }
    }

    /** Has the log say that the time of a claim is over, once it is; nothing happens before, or if it was said. */
    record LapseInquiry(CaseId caseId) implements OfCase {
        @Override
        public Actor actor() {
            return Actor.SYSTEM;
        }
    }
}
