package dev.parley.api.live;

import dev.parley.api.identity.AccountBans;
import dev.parley.api.identity.Caller;
import dev.parley.api.limit.Connections;
import dev.parley.kernel.Rejection;
import dev.parley.query.live.Frame;
import dev.parley.query.live.LiveSettings;
import dev.parley.query.moderation.live.ModeratorStream;
import dev.parley.query.moderation.live.ModeratorStreams;
import dev.parley.query.moderation.live.ModeratorStreams.Opened;
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

/** The moderators' stream of server-sent events. */
@RestController
class ModeratorStreamController {
    private final ModeratorStreams streams;
    private final LiveSettings settings;
    private final Connections connections;
    private final AccountBans bans;
    private final Clock clock;

    ModeratorStreamController(
            ModeratorStreams streams, LiveSettings settings, Connections connections, AccountBans bans, Clock clock) {
        this.streams = streams;
        this.settings = settings;
        this.connections = connections;
        this.bans = bans;
        this.clock = clock;
    }

    /**
     * Cases that are opened, claimed, left and decided, and appeals: from now on, or after {@code Last-Event-ID} as far as
     * that is kept, else with {@code missed} first. A comment every 15 s is a sign of life; an event {@code closed} says
     * why the server ended the stream. Problems: malformed-request (400), not-allowed (403), too-many-connections (429).
     *
     * @param lastEventId id of the last event that arrived
     * @param lastEventIdParameter the same, for clients that cannot send the header
     */
    @GetMapping(path = "/api/mod/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            description =
                    "Events case_opened, case_claimed, case_released, case_decided, appeal_filed, appeal_answered,"
                            + " missed and closed",
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
        Mono<Void> sent = Mono.defer(() -> send(streams.open(caller.actor(), after), caller, exchange.getResponse()));
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
        Sinks.Empty<Void> over = Sinks.empty();
        Flux<List<Frame>> heartbeats = Flux.interval(settings.heartbeat())
                .onBackpressureDrop(dropped -> opened.stream().close(ModeratorStream.SLOW_CONSUMER))
                .<List<Frame>>map(tick -> List.of())
                .takeUntilOther(over.asMono());
        Flux<List<Frame>> frames = opened.frames().map(List::of);
        return Flux.merge(1, frames.doFinally(end -> over.tryEmitEmpty()), heartbeats);
    }

    private Disposable expire(ModeratorStream stream, Caller caller) {
        long left = Duration.between(clock.instant(), caller.expiresAt()).toMillis();
        return Schedulers.parallel()
                .schedule(() -> stream.close(ModeratorStream.TOKEN_EXPIRED), left, TimeUnit.MILLISECONDS);
    }
}
