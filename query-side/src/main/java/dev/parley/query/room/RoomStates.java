package dev.parley.query.room;

import dev.parley.kernel.room.RoomId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Rooms as they stand now, whatever the projections' lag. */
public interface RoomStates {
    /** The room after every event that this node has seen; empty when it was never opened. */
    CompletableFuture<Optional<RoomState>> current(RoomId room);
}
