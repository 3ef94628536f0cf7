package dev.parley.api.live;

import dev.parley.api.identity.AccountBans;
import dev.parley.api.identity.Caller;
import dev.parley.api.limit.Connections;
import dev.parley.kernel.Rejection;
import dev.parley.query.direct.live.PersonalStream;
import dev.parley.query.direct.live.PersonalStreams;
import dev.parley.query.direct.live.PersonalStreams.Opened;
import dev.parley.query.live.Frame;
import dev.parley.query.live.LiveSettings;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** One person's own stream of server-sent events. */
@RestController
class PersonalStreamController {
    private final PersonalStreams streams;
    private final LiveSettings settings;
    private final Connections connections;
    private final AccountBans bans;
    private final Clock clock;

    PersonalStreamController(
            PersonalStreams streams, LiveSettings settings, Connections connections, AccountBans bans, Clock clock) {
        this.bans = bans;
        this.connections = connections;
        this.streams = streams;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Direct messages to and from the caller, what is read of them, and how many are unread: from now on, or after
     * {@code Last-Event-ID}, however long ago that was. A comment every 15 s is a sign of life; an event {@code closed}
     * says why the server ended the stream. Problems: malformed-request (400), too-many-connections (429).
     *
     * @param lastEventId id of the last event that arrived
     * @param lastEventIdParameter the same, for clients that cannot send the header
     */
    @GetMapping(path = "/api/me/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "Events new_message, message_read, mention, warning, sanction, sanction_ended,"
                    + " report_upheld, unread_count and closed",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    Mono<Void> stream(
            @RequestHeader(name = "Last-Event-ID", defaultValue = "") String lastEventId,
            @RequestParam(name = "last_event_id", defaultValue = "") String lastEventIdParameter,
            Caller caller,
            ServerWebExchange exchange) {
        if (HttpMethod.HEAD.equals(exchange.getRequest().getMethod())) {
            return Mono.empty(); // a stream that nobody could hear
        }
        var after = LastEventId.of(lastEventId, lastEventIdParameter);
        Mono<Void> sent =
                Mono.defer(() -> send(streams.open(caller.actor().id(), after), caller, exchange.getResponse()));
        return Mono.using(() -> connections.take(caller.actor()), place -> sent, Disposable::dispose);
    }

    private Mono<Void> send(Opened opened, Caller caller, ServerHttpResponse response) {
        EventEncoder encoder = EventEncoder.of(response);
        Wire wire = Wire.of(response);
        Disposable.Swap cut = Disposables.swap();
        Disposable expiring = Disposables.composite(
                expire(opened.stream(), caller),
                bans.whenBanned(caller.actor(), () -> opened.stream().close(Rejection.ACCOUNT_BAN.label())));
        opened.stream().whenClosed(() -> cut.update(wire.cutSoon()));
        return response.writeWith(encoder.encode(withHeartbeats(opened)).startWith(encoder.hello()))
                .doFinally(end -> {
                    cut.dispose();
                    expiring.dispose();
                });
    }

    /** One is dropped when nothing at all was taken since the one before. */
    private Flux<List<Frame>> withHeartbeats(Opened opened) {
        Flux<Frame> frames = opened.frames();
        Sinks.Empty<Void> over = Sinks.empty();
        Flux<List<Frame>> heartbeats = Flux.interval(settings.heartbeat())
                .onBackpressureDrop(dropped -> opened.stream().close(PersonalStream.SLOW_CONSUMER))
                .<List<Frame>>map(tick -> List.of())
                .takeUntilOther(over.asMono());
        return Flux.merge(1, frames.map(List::of).doFinally(end -> over.tryEmitEmpty()), heartbeats);
    }

    private Disposable expire(PersonalStream stream, Caller caller) {
        long left = Duration.between(clock.instant(), caller.expiresAt()).toMillis();
        return Schedulers.parallel()
                .schedule(() -> stream.close(PersonalStream.TOKEN_EXPIRED), left, TimeUnit.MILLISECONDS);
    }
}
