package dev.parley.query.room.message;

import dev.parley.kernel.past.PastEvent;
import dev.parley.kernel.past.PastLog;
import dev.parley.kernel.past.PastStream;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.EntriesAsOf;
import dev.parley.query.PastReads;
import dev.parley.query.room.message.Lines.Stretch;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The lines of one room as they were at some time: read from the log, and all that was removed behind them until then. */
final class LinesAsOf implements LineSource {
    private final PastReads reads;
    private final PastStream stream;

    LinesAsOf(PastReads reads, PastStream stream) {
        this.reads = reads;
        this.stream = stream;
    }

    /** Number of the newest line, 0 before the first. */
    CompletableFuture<Long> newest() {
        return reads.read(log -> lines(log).last());
    }

    @Override
    public CompletableFuture<Stretch> read(RoomId room, long first, long last) {
        return reads.read(log -> {
            EntriesAsOf<MessagePosted> lines = lines(log);
            List<PastEvent<MessagePosted>> posted = lines.read(first, last);
            Map<Long, MessageRemoved> removals =
                    lines.since(posted, List.<Class<? extends MessageRemoved>>of(MessageRemoved.class)).stream()
                            .map(PastEvent::event)
                            .collect(Collectors.toMap(MessageRemoved::number, one -> one, (one, again) -> one));
            return new Stretch(posted.stream().map(line -> line(line, removals)).toList(), lines.last(), stream.last());
        });
    }

    private EntriesAsOf<MessagePosted> lines(PastLog log) {
        return new EntriesAsOf<>(log, stream, MessagePosted.class, MessagePosted::number);
    }

    private static Line line(PastEvent<MessagePosted> posted, Map<Long, MessageRemoved> removals) {
        MessageRemoved removal = removals.get(posted.event().number());
        return removal == null ? Line.of(posted) : Line.of(posted).removed(removal.removedBy());
    }
}
