package dev.parley.query.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.moderation.CaseKind;
import dev.parley.kernel.moderation.ReportType;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.List;

/**
 * A case in a list of them.
 *
 * @param types what for, each once
 * @param reports how many
 * @param openedAt when the oldest report came
 * @param score how urgent it is
 * @param holder who has claimed it, {@code null} for nobody
 */
public record CaseSummaryView(
        @JsonProperty("id") String id,
        @JsonProperty("reported_user") PersonView reported,
        @JsonProperty("kind") CaseKind kind,
        @JsonProperty("report_types") List<ReportType> types,
        @JsonProperty("report_count") int reports,
        @JsonProperty("opened_at") @Milliseconds Instant openedAt,
        @JsonProperty("status") CaseStatus status,
        @JsonProperty("score") double score,
        @JsonProperty("inquiry") HolderView holder) {
    public CaseSummaryView {
        types = List.copyOf(types);
    }
}
