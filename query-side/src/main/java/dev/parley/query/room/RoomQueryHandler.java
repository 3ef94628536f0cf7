package dev.parley.query.room;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.Page;
import dev.parley.query.ReadModel;
import dev.parley.query.ReadModels;
import dev.parley.query.ReadRefused;
import dev.parley.query.Standings;
import dev.parley.query.room.RoomQuery.FindRoom;
import dev.parley.query.room.RoomQuery.ListRooms;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Answers what is asked about rooms: about one from what it is now, about many from the read model. */
@Component
class RoomQueryHandler {
    private final RoomStates states;
    private final ReadModel rooms;
    private final Standings standings;
    private final Clock clock;

    RoomQueryHandler(RoomStates states, ReadModels readModels, Standings standings, Clock clock) {
        this.states = states;
        this.standings = standings;
        this.rooms = readModels.of(RoomDocument.COLLECTION);
        this.clock = clock;
    }

    @QueryHandler
    CompletableFuture<RoomView> handle(FindRoom query) { // null when the room is unknown: the one null Axon asks for
        return states.current(query.roomId())
                .thenCombine(
                        standings.standing(query.viewer().id()),
                        (found, person) -> found.map(room -> RoomView.of(room, query.viewer(), person, clock.instant()))
                                .orElse(null));
    }

    @QueryHandler
    CompletableFuture<Page<RoomView>> handle(ListRooms query) {
        Actor viewer = query.viewer();
        if (!viewer.moderates() && !viewer.isService()) {
            return CompletableFuture.failedFuture(
                    new ReadRefused(Rejection.NOT_ALLOWED, "A list of rooms is for moderators and services."));
        }
        return standings.standing(viewer.id()).thenCompose(person -> page(query, person));
    }

    private CompletableFuture<Page<RoomView>> page(ListRooms query, Standing person) {
        Actor viewer = query.viewer();
        return Flux.from(rooms.find(and(gt("_id", query.cursor()), in(RoomDocument.TYPE, labels(query.types()))))
                        .sort(ascending("_id"))
                        .projection(RoomDocument.whatConcerns(viewer.id()))
                        .limit(query.limit() + 1))
                .map(room -> RoomView.of(RoomDocument.state(room), viewer, person, clock.instant()))
                .collectList()
                .map(views -> page(views, query.limit()))
                .toFuture();
    }

    private static List<String> labels(Set<RoomType> types) {
        Set<RoomType> wanted = types.isEmpty() ? EnumSet.allOf(RoomType.class) : types;
        return wanted.stream().map(RoomType::label).sorted().toList();
    }

    private static Page<RoomView> page(List<RoomView> views, int limit) {
        boolean more = views.size() > limit;
        List<RoomView> items = more ? views.subList(0, limit) : views;
        return new Page<>(items, more ? items.getLast().id() : null);
    }
}
