package dev.parley.query.room.live;

import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.room.RoomLog;
import dev.parley.query.room.RoomState;
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
    /** Place of the event that {@code flags} are known after, until the first search. */
    private final long known;

    private Flags flags;
    private boolean searched;
    private long last;

    /** @param now a state of the room, which the log may be ahead of */
    Missed(RoomLog log, RoomFrames frames, RoomState now, long last) {
        this.log = log;
        this.frames = frames;
        this.room = now.opening().id();
        this.flags = Flags.of(now.standing());
        this.known = now.sequence();
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

    /** Brings the flags from where they are known to where reading begins, too. */
    private void search() {
        List<Class<?>> changes = new ArrayList<>();
        try (Stream<? extends DomainEventMessage<?>> events = log.from(room, Math.min(last, known) + 1)) {
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
            if (event.getSequenceNumber() <= known) {
                changes.add(type);
            } else if (event.getSequenceNumber() <= last) {
                flags = flags.after(type);
            }
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
