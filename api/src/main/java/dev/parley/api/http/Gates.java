package dev.parley.api.http;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * All gates as one filter. Spring puts two operators around each filter, which cost more than a gate does; and most
 * gates need none of their own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Gates implements WebFilter {
    private final List<Gate> gates;

    Gates(List<Gate> gates) {
        this.gates = List.copyOf(gates);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return from(0, exchange, chain);
    }

    private Mono<Void> from(int place, ServerWebExchange exchange, WebFilterChain chain) {
        return place == gates.size()
                ? chain.filter(exchange)
                : gates.get(place).pass(exchange, passed -> from(place + 1, passed, chain));
    }
}
