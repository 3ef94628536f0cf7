package dev.parley.query.room.live;

import dev.parley.kernel.room.RoomAccess.Standing;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.RoomEnabled;
import dev.parley.kernel.room.RoomEvent.RoomFinished;

/** Whether a room was disabled and finished at some place in its stream. */
record Flags(boolean disabled, boolean finished) {
    static Flags of(Standing standing) {
        return new Flags(standing.disabled(), standing.finished());
    }

    static boolean changedBy(Class<?> event) {
        return event == RoomDisabled.class || event == RoomEnabled.class || event == RoomFinished.class;
    }

    Flags after(Class<?> event) {
        return changed(event, true);
    }

    /** What was so before an event of this type: a room is never disabled, enabled or finished twice. */
    Flags before(Class<?> event) {
        return changed(event, false);
    }

    private Flags changed(Class<?> event, boolean happened) {
        if (event == RoomDisabled.class) {
            return new Flags(happened, finished);
        }
        if (event == RoomEnabled.class) {
            return new Flags(!happened, finished);
        }
        return event == RoomFinished.class ? new Flags(disabled, happened) : this;
    }
}
