package dev.parley.api.observe;

import dev.parley.api.http.Correlation;
import dev.parley.api.http.Gate;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A span for each request, from its arrival until its answer is written. */
@Order(Gate.FIRST)
final class TracedRequests implements Gate {
    private final Traces traces;

    TracedRequests(Traces traces) {
        this.traces = traces;
    }

    @Override
    public Mono<Void> pass(ServerWebExchange exchange, WebFilterChain next) {
        String correlation = Correlation.of(exchange);
        if (!traces.has(correlation)) {
            return next.filter(exchange);
        }
        Span span = traces.begin(correlation, exchange.getRequest().getMethod().name());
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> name(span, exchange)));
        return next.filter(exchange).doFinally(how -> span.end());
    }

    private static void name(Span span, ServerWebExchange exchange) {
        String route = Optional.ofNullable(exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .map(Object::toString)
                .orElse("");
        span.updateName((exchange.getRequest().getMethod().name() + " " + route).strip());
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        if (status != null) {
            span.setAttribute("http.response.status_code", status.value());
            if (status.is5xxServerError()) {
                span.setStatus(StatusCode.ERROR);
            }
        }
    }
}
