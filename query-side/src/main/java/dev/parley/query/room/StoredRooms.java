package dev.parley.query.room;

import dev.parley.kernel.room.RoomId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Rooms as the read model has them, which may be behind the log. */
@FunctionalInterface
public interface StoredRooms {
    CompletableFuture<Optional<RoomState>> find(RoomId room);
}
