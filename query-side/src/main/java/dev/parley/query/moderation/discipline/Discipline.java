package dev.parley.query.moderation.discipline;

import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.Ladder.History;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was done about one person.
 *
 * @param actions by moderators, the latest {@value DisciplineDocument#MOST_ACTIONS}, the latest first
 * @param timeouts by moderators in rooms, 20 at most
 */
public record Discipline(List<Action> actions, int timeouts) {
    static final Discipline NONE = new Discipline(List.of(), 0);

    public Discipline {
        actions = List.copyOf(actions);
    }

    /** What is over of a sanction, and who ended it: nobody but the server if it ended by itself. */
    record Over(boolean lifted, UserId by, String reason, Instant at) {}

    /**
     * Something that a moderator did.
     *
     * @param until first instant at which it is over: {@link Instant#MAX} for good
     * @param over empty while nothing ended it, else one
     * @param replaced whether another of its kind took its place
     * @param wrong whether an appeal against it was granted
     */
    record Action(
            ActionId id,
            ActionType type,
            String reason,
            UserId by,
            Instant at,
            Instant until,
            List<Over> over,
            boolean replaced,
            boolean wrong) {

        ActionState state(Instant now) {
            if (type == ActionType.WARNING) {
                return ActionState.GIVEN;
            }
            if (!over.isEmpty()) {
                return over.getFirst().lifted() ? ActionState.LIFTED : ActionState.ENDED;
            }
            if (replaced) {
                return ActionState.REPLACED;
            }
            return now.isBefore(until) ? ActionState.IN_FORCE : ActionState.ENDED;
        }

        Stream<UserId> people() {
            return Stream.concat(Stream.of(by), over.stream().map(Over::by));
        }
    }

    /** Everybody who is named in it. */
    public Set<UserId> people() {
        return actions.stream().flatMap(Action::people).collect(Collectors.toUnmodifiableSet());
    }

    /** As the ladder looks at it: what was lifted, or found wrong, is as if it had not been. */
    public History history() {
        return new History(
                timeouts,
                actions.stream()
                        .filter(action ->
                                !action.wrong() && action.over().stream().noneMatch(Over::lifted))
                        .map(Action::type)
                        .toList());
    }
}
