package dev.parley.api.http;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Names the request, and tells browsers what they must not do with its answer: nothing is kept unless a route says so. */
@Component
@Order(Gate.FIRST)
class AnswerHeaders implements Gate {
    private static final String DATA_ONLY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";
    /** The page that shows the API: its own scripts, and the styles that it writes into itself. */
    private static final String API_PAGE = "default-src 'self'; object-src 'none'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final String API_PAGE_PATH = "/swagger-ui/";

    @Override
    public Mono<Void> pass(ServerWebExchange exchange, WebFilterChain next) {
        ServerHttpRequest request = exchange.getRequest();
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set(Correlation.HEADER, Correlation.of(exchange));
        headers.set("Content-Security-Policy", policy(request.getPath().value()));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        if ("https".equals(request.getURI().getScheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        return next.filter(exchange);
    }

    private static String policy(String path) {
        return path.startsWith(API_PAGE_PATH) ? API_PAGE : DATA_ONLY;
    }
}
