package dev.parley.query.room.live;

import dev.parley.query.PersonView;
import dev.parley.query.live.LiveSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Who is in a room, through which streams, and whether the room is still needed. */
final class Attendance {
    private final LiveSettings settings;
    private final Clock clock;
    private final Lanes lanes = new Lanes();
    private final Presence presence;
    private final AtomicInteger holds = new AtomicInteger();
    private volatile Instant leftAt = Instant.MAX;

    Attendance(LiveSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.presence = new Presence(settings.presenceLimit());
    }

    /** Keeps the room until {@link #release}. */
    void hold() {
        holds.incrementAndGet();
    }

    void release() {
        leftAt = clock.instant();
        holds.decrementAndGet();
    }

    /** Has nobody held the room for as long as one is kept? */
    boolean isAbandoned() {
        return holds.get() == 0 && clock.instant().isAfter(leftAt.plus(settings.linger()));
    }

    /** Whether it is news that this person is there. */
    boolean comes(PersonView person) {
        return presence.comes(person.id());
    }

    void add(RoomStream stream) {
        lanes.add(stream);
    }

    /** Gives up the stream and what it held; whether it is news that its person is gone. */
    boolean goes(RoomStream stream) {
        lanes.remove(stream);
        release();
        return presence.goes(stream.listener().person().id());
    }

    void wake() {
        lanes.wake();
    }

    /** Does this to every stream, on its own loop. */
    void each(Consumer<RoomStream> task) {
        lanes.each(task);
    }
}
