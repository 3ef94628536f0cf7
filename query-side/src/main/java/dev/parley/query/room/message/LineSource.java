package dev.parley.query.room.message;

import dev.parley.kernel.room.RoomId;
import dev.parley.query.room.message.Lines.Stretch;
import java.util.concurrent.CompletableFuture;

/** Where lines are read from by their numbers, which have no holes. */
interface LineSource {
    /** Those of the lines {@code first} to {@code last}, both included, that there are. */
    CompletableFuture<Stretch> read(RoomId room, long first, long last);
}
