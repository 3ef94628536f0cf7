package dev.parley.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Which routes need a caller. */
class OpenRoutesTest {
    private final OpenRoutes routes = new OpenRoutes(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/ws",
                "/dev/token",
                "/actuator/health",
                "/actuator/health/readiness",
                "/swagger-ui/index.html"
            })
    void someAreOpen(String path) {
        assertThat(granted(path, Mono.empty())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/settings",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/healthy",
                "/dev",
                "/%2e/",
                "/actuator/health/../prometheus/"
            })
    void allOthersAreNot(String path) {
        assertThat(granted(path, Mono.empty())).isFalse();
    }

    @Test
    void metricsAreForThoseWhoRunThePlace() {
        assertThat(granted("/actuator/prometheus", caller("user"))).isFalse();
        assertThat(granted("/actuator/prometheus", caller("moderator"))).isFalse();
        assertThat(granted("/actuator/prometheus", caller("service"))).isTrue();
        assertThat(granted("/actuator/prometheus", caller("admin"))).isTrue();
    }

    private boolean granted(String path, Mono<Authentication> caller) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
        var decision = routes.authorize(caller, new AuthorizationContext(exchange));
        var granted = new boolean[1];
        StepVerifier.create(decision)
                .consumeNextWith(result -> granted[0] = result.isGranted())
                .verifyComplete();
        return granted[0];
    }

    private static Mono<Authentication> caller(String role) {
        return Mono.just(Caller.of(Jwt.withTokenValue("token")
                .header("alg", "ES256")
                .subject("u1")
                .expiresAt(Instant.now().plusSeconds(60))
                .claim("preferred_username", "ann")
                .claim("roles", List.of(role))
                .build()));
    }
}
