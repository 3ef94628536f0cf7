package dev.parley.api.http;

import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Turns a body away that says itself how much too large it is, before a byte of it is read. */
@Order(Gate.BEFORE_IDENTITY)
class BodyLimit implements Gate {
    private final DataSize limit;

    BodyLimit(DataSize limit) {
        this.limit = limit;
    }

    @Override
    public Mono<Void> pass(ServerWebExchange exchange, WebFilterChain next) {
        if (exchange.getRequest().getHeaders().getContentLength() <= limit.toBytes()) {
            return next.filter(exchange);
        }
        return Mono.error(new ProblemException(ProblemType.BODY_TOO_LARGE, "At most " + limit + " are taken here."));
    }
}
