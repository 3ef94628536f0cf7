package dev.parley.query.room.participation;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.query.Page;
import dev.parley.query.room.RoomView;

/** What can be asked about where people take part. */
public sealed interface ParticipationQuery {
    /**
     * Answered with a {@link Page} of {@link RoomView}s: the rooms in which the viewer takes part, those that they came to
     * last first.
     *
     * @param cursor the {@code next} of the page before, empty for the first page
     * @param limit at most so many, 1 to {@value Page#MAX_LIMIT}
     */
    record ListMyRooms(Actor viewer, String cursor, int limit) implements ParticipationQuery {
        /** @throws InvalidValue if the limit is out of its bounds */
        public ListMyRooms {
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
        }
    }
}
