package dev.parley.api.http;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * What every request passes before it is routed, in the order that {@code @Order} gives. A gate changes the answer's
 * headers or the exchange, and refuses by throwing, or by failing, with what {@link dev.parley.api.problem.Problem#of}
 * knows.
 */
@FunctionalInterface
public interface Gate {
    /** Before all: how the request is named, and what its answer says in any case. */
    int FIRST = 0;

    /** What can be judged without knowing who asks. */
    int BEFORE_IDENTITY = 100;

    int IDENTITY = 200;

    int AFTER_IDENTITY = 300;

    Mono<Void> pass(ServerWebExchange exchange, WebFilterChain next);
}
