package dev.parley.api.identity;

import dev.parley.api.http.Correlation;
import dev.parley.api.http.Gate;
import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets in whoever bears a good token, and others on open routes alone. It stands in place of Spring Security's chain of
 * filters, which costs several times as much as a hot page: see docs/decisions. A token that is remembered takes one look
 * into a map.
 */
@Component
@Order(Gate.IDENTITY)
class Guard implements Gate {
    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final OpenRoutes routes;

    /** @param metricsOpen whether metrics are shown to everybody, and not to services and admins alone */
    Guard(Tokens tokens, @Value("${parley.metrics.open:false}") boolean metricsOpen) {
        this.tokens = tokens;
        this.routes = new OpenRoutes(metricsOpen);
    }

    @Override
    public Mono<Void> pass(ServerWebExchange exchange, WebFilterChain next) {
        String token = token(exchange.getRequest());
        if (token.isEmpty()) {
            requireOpen(exchange);
            return next.filter(exchange);
        }
        Optional<Caller> remembered = tokens.remembered(token);
        if (remembered.isPresent()) {
            return admit(remembered.get(), exchange, next);
        }
        return tokens.check(token, Correlation.of(exchange)).flatMap(caller -> admit(caller, exchange, next));
    }

    private Mono<Void> admit(Caller caller, ServerWebExchange exchange, WebFilterChain next) {
        if (routes.isHidden(exchange.getRequest().getPath())) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is nothing here.");
        }
        if (!routes.admits(caller, path(exchange))) {
            throw new ProblemException(ProblemType.FORBIDDEN, "This is for other roles.");
        }
        return next.filter(caller.in(exchange));
    }

    private void requireOpen(ServerWebExchange exchange) {
        if (!routes.isOpen(path(exchange))) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "This needs a bearer token.");
        }
    }

    private static String path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().pathWithinApplication().value();
    }

    /** From the {@code Authorization} header, and nowhere else; empty where there is none. */
    private static String token(ServerHttpRequest request) {
        String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return bearer ? header.substring(SCHEME.length()).strip() : "";
    }
}
