package dev.parley.api.operations;

import dev.parley.api.identity.AccountBans;
import dev.parley.api.identity.Caller;
import dev.parley.api.limit.Connections;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.projection.ProjectionQuery.ListProjections;
import dev.parley.query.projection.ProjectionView;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells admins live how far the projections are. */
@RestController
class ProjectionStreamController {
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final QueryGateway queries;
    private final Connections connections;
    private final AccountBans bans;
    private final Clock clock;

    ProjectionStreamController(QueryGateway queries, Connections connections, AccountBans bans, Clock clock) {
        this.queries = queries;
        this.connections = connections;
        this.bans = bans;
        this.clock = clock;
    }

    /**
     * An event {@code projections} each second with all projections, as the list answers them: positions, rates and what is
     * left of rebuilds. It ends with the token. Problems: not-allowed (403), too-many-connections (429).
     */
    @GetMapping(path = "/api/admin/projections/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "Events projections, each with a page of all projections",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    Flux<ServerSentEvent<Page<ProjectionView>>> stream(Caller caller) {
        Flux<ServerSentEvent<Page<ProjectionView>>> told = Flux.interval(Duration.ZERO, INTERVAL)
                .onBackpressureDrop()
                .concatMap(tick -> projections(caller), 1)
                .map(page -> ServerSentEvent.builder(page).event("projections").build())
                .takeUntilOther(Mono.delay(Duration.between(clock.instant(), caller.expiresAt())))
                .takeUntilOther(banned(caller));
        return projections(caller)
                .thenMany(Flux.using(() -> connections.take(caller.actor()), place -> told, Disposable::dispose));
    }

    private Mono<Page<ProjectionView>> projections(Caller caller) {
        return Mono.fromFuture(
                () -> queries.query(new ListProjections(caller.actor()), PageOf.items(ProjectionView.class)));
    }

    private Mono<Void> banned(Caller caller) {
        return Mono.create(ended -> ended.onDispose(bans.whenBanned(caller.actor(), ended::success)));
    }
}
