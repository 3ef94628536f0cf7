package dev.parley.api.http;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives each request its {@link Correlation}: in the answer, in Reactor's context, and in the lines it logs. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String correlation = Correlation.of(exchange);
        exchange.getResponse().getHeaders().set(Correlation.HEADER, correlation);
        return chain.filter(exchange).contextWrite(context -> context.put(Correlation.KEY, correlation));
    }
}
