package dev.parley.api.live;

import dev.parley.api.identity.AccountBans;
import dev.parley.api.identity.Caller;
import dev.parley.api.limit.Connections;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import dev.parley.query.room.live.Ending;
import dev.parley.query.room.live.Listener;
import dev.parley.query.room.live.LiveRooms;
import dev.parley.query.room.live.RoomStream;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A room as a stream of server-sent events. */
@RestController
class RoomStreamController {
    private final LiveRooms rooms;
    private final Connections connections;
    private final AccountBans bans;
    private final Clock clock;

    RoomStreamController(LiveRooms rooms, Connections connections, AccountBans bans, Clock clock) {
        this.bans = bans;
        this.connections = connections;
        this.rooms = rooms;
        this.clock = clock;
    }

    /**
     * What happens in the room from now on, or after {@code Last-Event-ID}, however long ago that was. A comment every
     * 15 s is a sign of life; an event {@code closed} says why the server ended the stream. Problems:
     * malformed-request (400), kid-mode, not-a-participant, still-playing (403), unknown-room (404), too-many-connections
     * (429).
     *
     * @param lastEventId id of the last event that arrived
     * @param lastEventIdParameter the same, for clients that cannot send the header
     */
    @GetMapping(path = "/api/chat/{roomId}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "Events new_message, message_deleted, user_joined, user_left, present, timeout,"
                    + " timeout_ended, room_changed and closed",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    Mono<Void> stream(
            @PathVariable RoomId roomId,
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastEventId,
            @RequestParam(name = "last_event_id", defaultValue = "") String lastEventIdParameter,
            Caller caller,
            ServerWebExchange exchange) {
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return Mono.empty(); // a stream that nobody could hear
        }
        OptionalLong after = LastEventId.of(lastEventId, lastEventIdParameter);
        Wire wire = Wire.of(exchange.getResponse());
        PersonView person = PersonView.of(caller.actor().id(), caller.username().value());
        var listener = new Listener(person, caller.actor().moderates(), after, wire.loop());
        Mono<Void> sent = Mono.fromFuture(() -> rooms.listen(roomId, listener))
                .doOnDiscard(RoomStream.class, RoomStream::cancel)
                .flatMap(stream -> send(stream, caller, exchange.getResponse(), wire));
        return Mono.using(() -> connections.take(caller.actor()), place -> sent, Disposable::dispose);
    }

    private Mono<Void> send(RoomStream stream, Caller caller, ServerHttpResponse response, Wire wire) {
        EventEncoder encoder = EventEncoder.of(response);
        Disposable.Swap cut = Disposables.swap();
        Disposable expiring = Disposables.composite(
                expire(stream, caller.expiresAt()), bans.whenBanned(caller.actor(), () -> stream.close(Ending.BANNED)));
        return response.writeWith(encoder.encode(stream.doOnComplete(() -> cut.update(wire.cutSoon())))
                        .startWith(encoder.hello()))
                .doFinally(end -> {
                    cut.dispose();
                    expiring.dispose();
                    stream.cancel();
                });
    }

    private Disposable expire(RoomStream stream, Instant expiry) {
        long left = Duration.between(clock.instant(), expiry).toMillis();
        return Schedulers.parallel().schedule(() -> stream.close(Ending.TOKEN_EXPIRED), left, TimeUnit.MILLISECONDS);
    }
}
