package dev.parley.query.room;

import static com.mongodb.client.model.Filters.eq;

import dev.parley.kernel.room.RoomId;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The rooms in the read model, which may lag behind the log. */
@Component
public class StoredRooms {
    private final ReadModel rooms;

    public StoredRooms(ReadModels readModels) {
        this.rooms = readModels.of(RoomDocument.COLLECTION);
    }

    /** As of {@link ReadModel#generation}. */
    long generation() {
        return rooms.generation();
    }

    /**
     * The room after every event up to the state's sequence, and maybe some later ones, which must be applied to it all
     * the same; empty when it is not stored. Fails when MongoDB is away.
     */
    public CompletableFuture<Optional<RoomState>> find(RoomId room) {
        return Mono.from(rooms.find(eq(room.value())).first())
                .map(RoomDocument::state)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .toFuture();
    }
}
