package dev.parley.query.room.live;

import dev.parley.kernel.room.RoomId;
import dev.parley.query.room.RoomLog;
import dev.parley.query.room.RoomState;
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
    /** What happened after {@code last} in the room of which this is a state. */
    Missed after(long last, RoomState now) {
        return new Missed(log, frames, now, last);
    }

    /** Place of the last event that is stored of the room, whatever the tail has brought of it. */
    CompletableFuture<Long> head(RoomId room) {
        return read(() -> log.head(room));
    }

    /** Fails, rather than throws, when {@code blocking} takes no more. */
    private <T> CompletableFuture<T> read(Supplier<T> what) {
        return CompletableFuture.completedFuture(what).thenApplyAsync(Supplier::get, blocking);
    }

    CompletableFuture<List<Numbered>> read(Missed missed, int most) {
        return read(() -> missed.read(most));
    }
}
