package dev.parley.query.moderation.discipline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import dev.parley.query.moderation.discipline.Discipline.Action;
import dev.parley.query.moderation.discipline.Discipline.Over;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that a moderator did about somebody, as moderators see it.
 *
 * @param by the moderator
 * @param reason what the person was told
 * @param until first instant at which it is over, {@code null} for good and for a warning
 * @param lifted who ended it before its time, and why; {@code null} and left out unless somebody did
 */
public record ActionView(
        @JsonProperty("id") String id,
        @JsonProperty("action_type") ActionType type,
        @JsonProperty("reason") String reason,
        @JsonProperty("by") PersonView by,
        @JsonProperty("created_at") @Milliseconds Instant createdAt,
        @JsonProperty("until") @Milliseconds Instant until,
        @JsonProperty("state") ActionState state,

        @JsonProperty("lifted") @JsonInclude(JsonInclude.Include.NON_NULL)
        LiftView lifted) {

    /** The end of an action before its time. */
    public record LiftView(
            @JsonProperty("by") PersonView by,
            @JsonProperty("reason") String reason,
            @JsonProperty("at") @Milliseconds Instant at) {}

    /**
     * All of these, the latest first.
     *
     * @param people at least all who are named in them
     */
    public static List<ActionView> of(Discipline discipline, Map<UserId, PersonView> people, Instant now) {
        return discipline.actions().stream()
                .map(action -> of(action, people, now))
                .toList();
    }

    private static ActionView of(Action action, Map<UserId, PersonView> people, Instant now) {
        return new ActionView(
                action.id().toString(),
                action.type(),
                action.reason(),
                people.get(action.by()),
                action.at(),
                end(action),
                action.state(now),
                action.over().stream()
                        .filter(Over::lifted)
                        .map(over -> new LiftView(people.get(over.by()), over.reason(), over.at()))
                        .findFirst()
                        .orElse(null));
    }

    /** {@code null} for none, as the views want it. */
    static Instant end(Action action) {
        return action.until().equals(Instant.MAX) ? null : action.until();
    }
}
