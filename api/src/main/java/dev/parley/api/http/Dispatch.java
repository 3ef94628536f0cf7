package dev.parley.api.http;

import dev.parley.command.Command;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends the command that a request asks for, under the request's {@link Correlation} and idempotency key, and answers
 * with {@code Parley-Position}: the place in the log that a later GET may ask for as {@code Parley-Min-Position}.
 */
@Component
public class Dispatch {
    public static final String POSITION = "Parley-Position";

    private final Commands commands;

    Dispatch(Commands commands) {
        this.commands = commands;
    }

    /** @param body what came with the request, for telling a repeated request from another one with its key */
    public Mono<Outcome> send(ServerWebExchange exchange, Object body, Command command) {
        return send(exchange, body, "", command);
    }

    /** @param clientId idempotency key from the body; empty for none */
    public Mono<Outcome> send(ServerWebExchange exchange, Object body, String clientId, Command command) {
        return send(exchange, origin(exchange, body, clientId), command);
    }

    /**
     * What came of the same request before, where it bears an idempotency key: empty where nothing did. For what would be
     * refused now because it was done.
     */
    public Mono<Outcome> earlier(ServerWebExchange exchange, Object body, Command command) {
        return Mono.fromFuture(() -> commands.earlier(command, origin(exchange, body, "")), true)
                .flatMap(Mono::justOrEmpty)
                .doOnNext(outcome -> answerPosition(exchange.getResponse().getHeaders(), outcome.position()));
    }

    /** Sends a command that is decided anew each time: the request's idempotency key, if it has one, is passed over. */
    public Mono<Outcome> sendAnew(ServerWebExchange exchange, Command command) {
        return send(exchange, Origin.of(Correlation.of(exchange)), command);
    }

    private Mono<Outcome> send(ServerWebExchange exchange, Origin origin, Command command) {
        return Mono.fromFuture(() -> commands.send(command, origin), true)
                .doOnNext(outcome -> answerPosition(exchange.getResponse().getHeaders(), outcome.position()));
    }

    /** Of several commands of one request, the latest position is the one to wait for. */
    private static void answerPosition(HttpHeaders headers, long position) {
        String earlier = headers.getFirst(POSITION);
        if (earlier == null || Long.parseLong(earlier) < position) {
            headers.set(POSITION, Long.toString(position));
        }
    }

    /**
     * Sends a command that has to come before the one that was asked for: without an idempotency key.
     *
     * @param correlation of the request
     */
    public Mono<Outcome> sendAside(String correlation, Command command) {
        return Mono.fromFuture(() -> commands.send(command, Origin.of(correlation)), true);
    }

    private static Origin origin(ServerWebExchange exchange, Object body, String clientId) {
        String correlation = Correlation.of(exchange);
        ServerHttpRequest request = exchange.getRequest();
        if (!HttpMethod.POST.equals(request.getMethod())) {
            return Origin.of(correlation);
        }
        String key = IdempotencyKey.of(request.getHeaders(), clientId);
        if (key.isEmpty()) {
            return Origin.of(correlation);
        }
        return new Origin(
                correlation, key, IdempotencyKey.digest(request.getMethod().name(), address(request), body));
    }

    private static String address(ServerHttpRequest request) {
        String path = request.getPath().value();
        String query = request.getURI().getRawQuery();
        return query == null ? path : path + "?" + query;
    }
}
