package dev.parley.query.moderation.discipline;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.query.Milliseconds;
import dev.parley.query.moderation.discipline.Discipline.Action;
import java.time.Instant;

/**
 * Something that a moderator did about somebody, as they themselves see it.
 *
 * @param until first instant at which it is over, {@code null} for good and for a warning
 * @param inForce whether it keeps them from anything at the moment
 * @param appeal how their appeal against it stands: {@code pending}, {@code granted} or {@code rejected}, {@code null}
 *     for none
 */
public record SanctionView(
        @JsonProperty("id") String id,
        @JsonProperty("action_type") ActionType type,
        @JsonProperty("reason") String reason,
        @JsonProperty("created_at") @Milliseconds Instant createdAt,
        @JsonProperty("until") @Milliseconds Instant until,
        @JsonProperty("is_in_force") boolean inForce,
        @JsonProperty("appeal") String appeal) {

    /** @param appeal {@code null} for none */
    static SanctionView of(Action action, String appeal, Instant now) {
        return new SanctionView(
                action.id().toString(),
                action.type(),
                action.reason(),
                action.at(),
                ActionView.end(action),
                action.state(now) == ActionState.IN_FORCE,
                appeal);
    }
}
