package dev.parley.query.room;

import dev.parley.query.live.LogListener;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;

/** Current rooms with no read model behind them, for tests of other packages. */
public final class LoggedRooms {
    private final CurrentRooms rooms;

    public LoggedRooms(RoomLog log) {
        rooms = new CurrentRooms(
                id -> CompletableFuture.completedFuture(Optional.empty()), () -> 1, log, ForkJoinPool.commonPool());
    }

    public RoomStates rooms() {
        return rooms;
    }

    public LogListener listener() {
        return rooms;
    }
}
