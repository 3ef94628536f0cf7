package dev.parley.api.operations;

import dev.parley.api.http.Dispatch;
import dev.parley.command.Outcome;
import dev.parley.command.operations.ProjectionCommand;
import dev.parley.query.Positions;
import dev.parley.query.ReadRefused;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Asks something of a projection, once the query side says that it can be done. */
@Component
class ProjectionRequests {
    /** The projection that has the others know what was asked of them. */
    static final String OPERATIONS = "operations";

    private final Dispatch dispatch;
    private final Positions positions;

    ProjectionRequests(Dispatch dispatch, Positions positions) {
        this.dispatch = dispatch;
        this.positions = positions;
    }

    /**
     * Completes once the projections know of it. A request that was taken before, under its idempotency key, is answered as
     * then, though it may be just what keeps it from being done again.
     *
     * @param check fails with {@link ReadRefused} if it cannot be done now
     */
    Mono<Void> ask(
            ServerWebExchange exchange, Object body, Supplier<CompletableFuture<?>> check, ProjectionCommand command) {
        Mono<Outcome> asked =
                Mono.fromFuture(check::get).then(Mono.defer(() -> dispatch.send(exchange, body, command)));
        return asked.onErrorResume(
                        ReadRefused.class,
                        refused -> dispatch.earlier(exchange, body, command).switchIfEmpty(Mono.error(refused)))
                .flatMap(outcome -> Mono.fromFuture(() -> positions.reached(OPERATIONS, outcome.position())));
    }
}
