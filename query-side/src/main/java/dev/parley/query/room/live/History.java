package dev.parley.query.room.live;

import dev.parley.kernel.room.RoomId;
import dev.parley.query.room.RoomLog;
import dev.parley.query.room.live.Missed.Numbered;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Reads of the log for those who come back.
 *
 * @param blocking runs the reads
 */
record History(RoomLog log, RoomFrames frames, Executor blocking) {
    /** What happened in the room after {@code last}. */
    Missed after(RoomId room, long last, Flags now) {
        return new Missed(log, frames, room, now, last);
    }

    <T> CompletableFuture<T> read(Supplier<T> what) {
        return CompletableFuture.supplyAsync(what, blocking);
    }

    CompletableFuture<List<Numbered>> read(Missed missed, int most) {
        return read(() -> missed.read(most));
    }
}
