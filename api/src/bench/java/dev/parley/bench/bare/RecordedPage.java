package dev.parley.bench.bare;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A page that was recorded, answered byte for byte and header for header. */
@Configuration(proxyBeanMethods = false)
@Profile("bench")
class RecordedPage {
    private static final String REPEATED = "repeat-";

    private volatile Page page = new Page(new HttpHeaders(), new byte[0]);

    private record Page(HttpHeaders headers, byte[] body) {}

    /** The same answer behind all that Parley's own routes are behind. */
    @Bean
    RouterFunction<ServerResponse> guardedPage() {
        return RouterFunctions.route().GET("/api/bench/page", this::answer).build();
    }

    Mono<ServerResponse> record(ServerRequest request) {
        HttpHeaders headers = new HttpHeaders();
        request.headers().asHttpHeaders().forEach((name, values) -> repeat(headers, name, values));
        return request.bodyToMono(byte[].class)
                .doOnNext(body -> page = new Page(headers, body))
                .then(ServerResponse.noContent().build());
    }

    private static void repeat(HttpHeaders headers, String name, List<String> values) {
        if (name.regionMatches(true, 0, REPEATED, 0, REPEATED.length())) {
            headers.addAll(name.substring(REPEATED.length()), values);
        }
    }

    Mono<ServerResponse> answer(ServerRequest request) {
        Page current = page;
        return ServerResponse.ok()
                .headers(headers -> headers.addAll(current.headers()))
                .bodyValue(current.body());
    }
}
