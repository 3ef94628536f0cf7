package dev.parley.api.room;

import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.room.RoomQuery.FindRoom;
import dev.parley.query.room.RoomQuery.ListRooms;
import dev.parley.query.room.RoomView;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows rooms, and what the caller may do in them. */
@RestController
@RequestMapping("/api/chat")
class RoomReadController {
    private final Freshness freshness;
    private final QueryGateway queries;

    RoomReadController(Freshness freshness, QueryGateway queries) {
        this.freshness = freshness;
        this.queries = queries;
    }

    /**
     * The rooms of one game, tournament, team or study for everybody; all rooms, by id, for moderators and services.
     * Problems: not-allowed (403).
     */
    @GetMapping("/rooms")
    @RoomSearchParameters
    Mono<Page<RoomView>> list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        RoomSearch search = RoomSearch.of(exchange.getRequest().getQueryParams());
        var query = new ListRooms(caller.actor(), search.types(), cursor, limit);
        return search.names()
                ? freshness.read(exchange, () -> bound(search, caller))
                : freshness.read(exchange, () -> queries.query(query, PageOf.items(RoomView.class)), "rooms");
    }

    /** The room, also for those who may not read there: {@code access} says so. Problems: unknown-room (404). */
    @GetMapping("/{roomId}")
    Mono<RoomView> find(@PathVariable RoomId roomId, Caller caller, ServerWebExchange exchange) {
        var query = new FindRoom(roomId, caller.actor());
        return freshness
                .read(exchange, () -> queries.query(query, RoomView.class))
                .switchIfEmpty(Mono.error(RoomAnswers::unknown));
    }

    private CompletableFuture<Page<RoomView>> bound(RoomSearch search, Caller caller) {
        return Flux.fromIterable(search.candidates())
                .concatMap(id -> Mono.fromFuture(() -> queries.query(new FindRoom(id, caller.actor()), RoomView.class)))
                .collectList()
                .map(rooms -> new Page<>(rooms, null))
                .toFuture();
    }
}
