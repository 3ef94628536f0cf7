package dev.parley.query.room.live;

import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.room.RoomLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Reads what happened in a room after some place, however long ago, piece by piece. Before the first piece it looks
 * through all of it for removals, so that no text that was removed later is sent; removals that happen from then on are
 * told to it. One thread at a time reads; every read blocks.
 */
final class Missed {
    private final RoomLog log;
    private final RoomFrames frames;
    private final RoomId room;
    private final Map<Long, Removal> removals = new ConcurrentHashMap<>();
    private Flags flags;
    private boolean searched;
    private long last;

    /** @param now as the room is when nothing of it has been read yet */
    Missed(RoomLog log, RoomFrames frames, RoomId room, Flags now, long last) {
        this.log = log;
        this.frames = frames;
        this.room = room;
        this.flags = now;
        this.last = last;
    }

    void removed(Removal removal) {
        removals.put(removal.line(), removal);
    }

    /** At most this many entries that follow on what was read before; none when there is nothing more. */
    List<Numbered> read(int most) {
        if (!searched) {
            search();
            searched = true;
        }
        try (Stream<? extends DomainEventMessage<?>> events = log.from(room, last + 1)) {
            List<Numbered> piece = new ArrayList<>();
            events.limit(most).forEachOrdered(event -> piece.add(entry(event)));
            return piece;
        }
    }

    /** Takes the text from a line that was removed in the meantime. */
    void redact(Numbered numbered) {
        Removal removal = removals.get(numbered.sequence());
        if (removal != null && numbered.entry() instanceof Entry.Line line) {
            line.remove(removal);
        }
    }

    private void search() {
        List<Class<?>> changes = new ArrayList<>();
        try (Stream<? extends DomainEventMessage<?>> events = log.from(room, last + 1)) {
            events.forEachOrdered(event -> search(event, changes));
        }
        for (Class<?> change : changes.reversed()) {
            flags = flags.before(change);
        }
    }

    /** Opens no message but removals: payloads stay as they are stored. */
    private void search(DomainEventMessage<?> event, List<Class<?>> changes) {
        Class<?> type = event.getPayloadType();
        if (type == MessageRemoved.class) {
            removed(frames.removal((MessageRemoved) event.getPayload()));
        } else if (Flags.changedBy(type)) {
            changes.add(type);
        }
    }

    private Numbered entry(DomainEventMessage<?> event) {
        flags = flags.after(event.getPayloadType());
        last = event.getSequenceNumber();
        return new Numbered(last, frames.entry(event, flags));
    }

    /** An entry and its place in the room's stream. */
    record Numbered(long sequence, Entry entry) {}
}
