package dev.parley.query.room.live;

import dev.parley.kernel.member.UserId;
import dev.parley.query.room.RoomState;
import java.time.Instant;

/** Whose eyes a line is shown to, and when. */
record Viewer(boolean moderator, RoomState room, Instant now) {
    boolean maySee(UserId author) {
        return moderator || !room.isTimedOut(author, now);
    }
}
