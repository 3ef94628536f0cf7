package dev.parley.query.room.live;

import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import dev.parley.query.live.Seat;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Who is in a room, through which streams of this node, and whether the room is still needed here. */
final class Attendance {
    private final RoomId room;
    private final LiveContext context;
    private final Lanes lanes = new Lanes();
    private final AtomicInteger holds = new AtomicInteger();
    private volatile Instant leftAt = Instant.MAX;

    Attendance(RoomId room, LiveContext context) {
        this.room = room;
        this.context = context;
    }

    /** Keeps the room until {@link #release}. */
    void hold() {
        holds.incrementAndGet();
    }

    void release() {
        leftAt = instant();
        holds.decrementAndGet();
    }

    /** Has nobody held the room for as long as one is kept? */
    boolean isAbandoned() {
        return holds.get() == 0
                && instant().isAfter(leftAt.plus(context.settings().linger()));
    }

    void comes(PersonView person) {
        context.presence().comes(new Seat(room, person));
    }

    /** Everybody who is there; nobody where there are too many to tell. */
    List<PersonView> present() {
        return context.presence().in(room);
    }

    void add(RoomStream stream) {
        lanes.add(stream);
    }

    /** Gives up the stream and what it held. */
    void goes(RoomStream stream) {
        lanes.remove(stream);
        release();
        context.presence().goes(new Seat(room, stream.listener().person()));
    }

    void wake() {
        lanes.wake();
    }

    /** Does this to every stream, on its own loop. */
    void each(Consumer<RoomStream> task) {
        lanes.each(task);
    }

    private Instant instant() {
        return context.clock().instant();
    }
}
