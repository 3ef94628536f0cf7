package dev.parley.query.room.live;

import dev.parley.kernel.room.RoomId;
import dev.parley.query.room.RoomLog;
import dev.parley.query.room.RoomState;
import dev.parley.query.room.live.Missed.Numbered;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Reads of the log for those who come back.
 *
 * @param lookUps runs reads of one event
 * @param scans runs reads of many events; may refuse, and then these fail
 */
record History(RoomLog log, RoomFrames frames, Executor lookUps, Executor scans) {
    /** What happened after {@code last} in the room of which this is a state. */
    Missed after(long last, RoomState now) {
        return new Missed(log, frames, now, last);
    }

    /** Place of the last event that is stored of the room, whatever the tail has brought of it. */
    CompletableFuture<Long> head(RoomId room) {
        return CompletableFuture.supplyAsync(() -> log.head(room), lookUps);
    }

    CompletableFuture<List<Numbered>> read(Missed missed, int most) {
        return CompletableFuture.completedFuture(missed).thenApplyAsync(from -> from.read(most), scans);
    }
}
