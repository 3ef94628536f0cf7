package dev.parley.query.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import dev.parley.query.moderation.discipline.ActionView;
import java.time.Instant;
import java.util.List;

/**
 * A case with all that a decision needs.
 *
 * @param summary as lists show it
 * @param reports by number
 * @param decision {@code null} until there is one
 * @param actions the latest 200 things that moderators did about the person, in this case or not, the latest first
 * @param timeouts how often moderators timed the person out in rooms, 20 at most: those by owners do not count
 * @param suggestion the usual next step
 */
public record CaseView(
        @JsonProperty("case") CaseSummaryView summary,
        @JsonProperty("reports") List<ReportView> reports,
        @JsonProperty("decision") DecisionView decision,
        @JsonProperty("actions") List<ActionView> actions,
        @JsonProperty("timeouts") int timeouts,
        @JsonProperty("suggestion") SuggestionView suggestion) {
    public CaseView {
        reports = List.copyOf(reports);
        actions = List.copyOf(actions);
    }

    /**
     * How the case was decided.
     *
     * @param type of what was done about the person; {@code null} and left out where nothing was, as is its id
     */
    public record DecisionView(
            @JsonProperty("status") CaseStatus status,
            @JsonProperty("moderator") PersonView moderator,
            @JsonProperty("reason") String reason,
            @JsonProperty("at") @Milliseconds Instant at,

            @JsonProperty("action_type") @JsonInclude(JsonInclude.Include.NON_NULL)
            String type,

            @JsonProperty("action_id") @JsonInclude(JsonInclude.Include.NON_NULL)
            String action) {}

    /**
     * What moderators usually do next.
     *
     * @param duration of ISO 8601; {@code null} and left out for a warning, and for good
     */
    public record SuggestionView(
            @JsonProperty("action_type") ActionType type,

            @JsonProperty("duration") @JsonInclude(JsonInclude.Include.NON_NULL)
            String duration,

            @JsonProperty("because") String because) {}
}
