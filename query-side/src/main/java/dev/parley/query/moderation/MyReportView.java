package dev.parley.query.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import dev.parley.query.moderation.StoredCase.Decision;
import dev.parley.query.moderation.StoredCase.Report;
import dev.parley.query.moderation.StoredCase.Statement;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * A report as its reporter sees it.
 *
 * @param description all that they said, a paragraph for each time
 * @param outcome {@code banned} if the person's account was banned for it; {@code null} and left out otherwise, whatever
 *     was decided
 */
public record MyReportView(
        @JsonProperty("id") String id,
        @JsonProperty("reported_user") PersonView reported,
        @JsonProperty("report_type") ReportType type,
        @JsonProperty("description") String description,
        @JsonProperty("status") CaseStatus status,
        @JsonProperty("created_at") @Milliseconds Instant createdAt,

        @JsonProperty("outcome") @JsonInclude(JsonInclude.Include.NON_NULL)
        String outcome) {
    private static final String BANNED = "banned";

    /** One that has just been filed. */
    public static MyReportView filed(
            CaseId caseId, long number, PersonView reported, ReportType type, String description, Instant at) {
        return new MyReportView(
                CaseDocument.report(caseId, number), reported, type, description, CaseStatus.PENDING, at, null);
    }

    static MyReportView of(StoredCase stored, Report report, PersonView reported) {
        boolean banned = stored.decision()
                .flatMap(Decision::type)
                .filter(ActionType.ACCOUNT_BAN.label()::equals)
                .isPresent();
        return new MyReportView(
                CaseDocument.report(stored.id(), report.number()),
                reported,
                report.type(),
                report.statements().map(Statement::description).collect(Collectors.joining("\n\n")),
                stored.status(),
                report.first().at(),
                banned ? BANNED : null);
    }
}
