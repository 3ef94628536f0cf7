package dev.parley.command.export;

import static dev.parley.command.export.Share.NONE;
import static dev.parley.command.export.Share.butFor;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.AppealEvent;
import dev.parley.kernel.moderation.AppealEvent.AppealFiled;
import dev.parley.kernel.moderation.AppealEvent.AppealGranted;
import dev.parley.kernel.moderation.AppealEvent.AppealRejected;
import dev.parley.kernel.moderation.CaseEvent;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.kernel.moderation.CaseEvent.CaseDismissed;
import dev.parley.kernel.moderation.CaseEvent.CaseReviewed;
import dev.parley.kernel.moderation.CaseEvent.InquiryLapsed;
import dev.parley.kernel.moderation.CaseEvent.InquiryOpened;
import dev.parley.kernel.moderation.CaseEvent.InquiryReleased;
import dev.parley.kernel.moderation.CaseEvent.ReportContinued;
import dev.parley.kernel.moderation.CaseEvent.ReportFiled;
import dev.parley.kernel.moderation.ReporterEvent;
import java.util.Optional;

/**
 * As {@link Shares}, of reports and appeals. What was said by the one who is reported is theirs, and not the reporter's;
 * nor is it theirs how many others have reported.
 */
final class CaseShares {
    private static final String EVIDENCE = "evidence";
    private static final String NUMBER = "report";
    private static final String MODERATOR = "moderator";

    private CaseShares() {}

    static Optional<Share> of(CaseEvent event, UserId person) {
        return switch (event) {
            case ReportFiled filed -> butFor(filed.reporter().equals(person), EVIDENCE, NUMBER);
            case ReportContinued continued -> butFor(continued.reporter().equals(person), EVIDENCE, NUMBER);
            case CaseActioned actioned -> butFor(actioned.told().contains(person), MODERATOR, "type", "action", "told");
            case InquiryOpened opened -> NONE;
            case InquiryReleased released -> NONE;
            case InquiryLapsed lapsed -> NONE;
            case CaseDismissed dismissed -> NONE;
            case CaseReviewed reviewed -> NONE;
        };
    }

    static Optional<Share> of(ReporterEvent event, UserId person) {
        return butFor(event.reporter().equals(person), NUMBER);
    }

    static Optional<Share> of(AppealEvent event, UserId person) {
        return switch (event) {
            case AppealFiled filed -> butFor(filed.member().equals(person), "acted_by");
            case AppealGranted granted ->
                butFor(granted.member().equals(person), MODERATOR).map(Share::withReason);
            case AppealRejected rejected ->
                butFor(rejected.member().equals(person), MODERATOR).map(Share::withReason);
        };
    }
}
