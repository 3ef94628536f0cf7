package dev.parley.query.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.moderation.ActionType;
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
 * @param id of this report among their own: it tells nothing of what others have reported
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
    public static MyReportView filed(PersonView reported, ReportType type, String description, Instant at) {
        return new MyReportView(id(reported, type, at), reported, type, description, CaseStatus.PENDING, at, null);
    }

    /** @param stored with this report alone */
    static MyReportView of(StoredCase stored, PersonView reported) {
        Report report = stored.reports().getFirst();
        boolean banned = stored.decision()
                .flatMap(Decision::type)
                .filter(ActionType.ACCOUNT_BAN.label()::equals)
                .isPresent();
        return new MyReportView(
                id(reported, report.type(), report.at()),
                reported,
                report.type(),
                report.statements().stream().map(Statement::description).collect(Collectors.joining("\n\n")),
                stored.status(),
                report.at(),
                banned ? BANNED : null);
    }

    /** Of one type they have one report of a person that is not decided, so the instant tells it from those before. */
    private static String id(PersonView reported, ReportType type, Instant at) {
        return "report~" + type.label() + "~" + reported.id() + "~" + at.toEpochMilli();
    }
}
