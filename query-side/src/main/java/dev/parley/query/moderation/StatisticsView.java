package dev.parley.query.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.PersonView;
import java.util.List;
import java.util.Map;

/**
 * How moderation gets on.
 *
 * @param pending what waits for a decision
 * @param decided the latest that were decided, 1,000 at most, of the last 90 days on which any was
 */
public record StatisticsView(
        @JsonProperty("pending") PendingView pending,
        @JsonProperty("decided") DecidedView decided) {
    /**
     * What waits.
     *
     * @param byType cases with a report of each type: one with reports of several types counts for each
     * @param byAge cases by the age of their first report
     */
    public record PendingView(
            @JsonProperty("total") long total,
            @JsonProperty("by_type") Map<String, Long> byType,
            @JsonProperty("by_age") AgesView byAge) {
        public PendingView {
            byType = Map.copyOf(byType);
        }
    }

    /** Cases by age. */
    public record AgesView(
            @JsonProperty("under_1h") long underAnHour,
            @JsonProperty("under_1d") long underADay,
            @JsonProperty("under_7d") long underAWeek,
            @JsonProperty("older") long older) {}

    /**
     * What was decided.
     *
     * @param medianSeconds from the first report of a case to its decision; {@code null} where none was
     * @param byModerator whoever decided most first
     */
    public record DecidedView(
            @JsonProperty("total") long total,
            @JsonProperty("median_seconds_to_decision") Long medianSeconds,
            @JsonProperty("by_moderator") List<ModeratorView> byModerator) {
        public DecidedView {
            byModerator = List.copyOf(byModerator);
        }
    }

    /** What one moderator decided. */
    public record ModeratorView(
            @JsonProperty("moderator") PersonView moderator,
            @JsonProperty("total") long total,
            @JsonProperty("action") long action,
            @JsonProperty("reviewed") long reviewed,
            @JsonProperty("dismissed") long dismissed) {}
}
