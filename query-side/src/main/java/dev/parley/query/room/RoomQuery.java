package dev.parley.query.room;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.Page;
import java.util.Set;

/** Everything that can be asked about rooms. */
public sealed interface RoomQuery {
    Actor viewer();

    /** Answered with a {@link RoomView}, also for those who may not read there, or nothing if it was never opened. */
    record FindRoom(RoomId roomId, Actor viewer) implements RoomQuery {}

    /**
     * Answered with a {@link Page} of {@link RoomView}s by id. Fails with {@link dev.parley.query.ReadRefused} unless a
     * moderator or a service asks: others know what their room is bound to.
     *
     * @param types which rooms are wanted; all if none is named
     * @param cursor the {@code next} of the page before, empty for the first page
     * @param limit at most so many, 1 to {@value Page#MAX_LIMIT}
     */
    record ListRooms(Actor viewer, Set<RoomType> types, String cursor, int limit) implements RoomQuery {
        /** @throws InvalidValue if the limit is out of its bounds */
        public ListRooms {
            types = Set.copyOf(types);
            InvalidValue.unless(limit >= 1 && limit <= Page.MAX_LIMIT, "limit", "1 to " + Page.MAX_LIMIT);
        }
    }
}
