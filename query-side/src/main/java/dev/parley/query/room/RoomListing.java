package dev.parley.query.room;

import static com.mongodb.client.model.Filters.in;

import dev.parley.kernel.member.Actor;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.Standings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Many rooms at once, by their ids, from the read model. */
@Component
public class RoomListing {
    private final ReadModel rooms;
    private final Standings standings;
    private final Clock clock;

    public RoomListing(ReadModels readModels, Standings standings, Clock clock) {
        this.rooms = readModels.of(RoomDocument.COLLECTION);
        this.standings = standings;
        this.clock = clock;
    }

    /** In the order of the ids; what is not stored yet is left out. */
    public CompletableFuture<List<RoomView>> views(List<RoomId> ids, Actor viewer) {
        return standings
                .standing(viewer.id())
                .thenCompose(person -> Flux.from(rooms.find(in(
                                        "_id", ids.stream().map(RoomId::value).toList()))
                                .projection(RoomDocument.whatConcerns(viewer.id())))
                        .map(RoomDocument::state)
                        .collectMap(room -> room.opening().id())
                        .map(found -> inOrder(ids, found).stream()
                                .map(room -> RoomView.of(room, viewer, person, clock.instant()))
                                .toList())
                        .toFuture());
    }

    private static List<RoomState> inOrder(List<RoomId> ids, Map<RoomId, RoomState> found) {
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }
}
