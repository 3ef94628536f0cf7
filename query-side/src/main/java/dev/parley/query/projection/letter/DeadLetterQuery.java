package dev.parley.query.projection.letter;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.operations.LetterId;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.query.Page;
import java.util.Optional;

/**
 * Everything that can be asked about dead letters, by admins; refused as {@code NOT_ALLOWED} to others, and as
 * {@code UNKNOWN_PROJECTION} where there is none.
 */
public sealed interface DeadLetterQuery {
    Actor viewer();

    ProjectionName projection();

    /**
     * Answered with a {@link Page} of {@link DeadLetterView}s of all versions, in the order of the log in each.
     *
     * @param after the last of the page before; empty for the first page
     * @param limit 1 to {@value Page#MAX_LIMIT}
     */
    record ListDeadLetters(Actor viewer, ProjectionName projection, Optional<LetterId> after, int limit)
            implements DeadLetterQuery {
        /** @throws InvalidValue if the limit is out of its bounds */
        public ListDeadLetters {
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
        }
    }

    /** Answered with a {@link DeadLetterView}; refused as {@code UNKNOWN_DEAD_LETTER} where there is none. */
    record FindDeadLetter(Actor viewer, ProjectionName projection, LetterId letter) implements DeadLetterQuery {}

    /** Answered with the {@link DeadLetterView} of any; refused as {@code UNKNOWN_DEAD_LETTER} where there are none. */
    record CheckRetry(Actor viewer, ProjectionName projection) implements DeadLetterQuery {}

    /**
     * Answered with the {@link DeadLetterView}; refused as {@code UNKNOWN_DEAD_LETTER} where there is none, and as
     * {@code WAITS_BEHIND_ANOTHER} where it is not the first of its stream.
     */
    record CheckSkip(Actor viewer, ProjectionName projection, LetterId letter) implements DeadLetterQuery {}
}
