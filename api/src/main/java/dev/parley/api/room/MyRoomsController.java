package dev.parley.api.room;

import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.room.RoomView;
import dev.parley.query.room.participation.ParticipationQuery.ListMyRooms;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows people where they take part. */
@RestController
class MyRoomsController {
    private final Freshness freshness;
    private final QueryGateway queries;

    MyRoomsController(Freshness freshness, QueryGateway queries) {
        this.freshness = freshness;
        this.queries = queries;
    }

    /** The rooms in which the caller takes part, or that they own: those that they came to last first. */
    @GetMapping("/api/me/rooms")
    Mono<Page<RoomView>> list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        var query = new ListMyRooms(caller.actor(), cursor, limit);
        return freshness.read(
                exchange, () -> queries.query(query, PageOf.items(RoomView.class)), "participations", "rooms");
    }
}
