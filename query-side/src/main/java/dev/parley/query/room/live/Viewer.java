package dev.parley.query.room.live;

import dev.parley.kernel.member.UserId;
import dev.parley.query.room.RoomState;
import java.time.Instant;
import java.util.Set;

/**
 * Whose eyes a line is shown to, and when.
 *
 * @param blocked whose lines are not shown
 */
record Viewer(boolean moderator, RoomState room, Set<UserId> blocked, Instant now) {
    boolean maySee(UserId author) {
        return moderator || !room.isTimedOut(author, now);
    }
}
