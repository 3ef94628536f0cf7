package dev.parley.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.Jwt;

/** Which routes need a caller. */
class OpenRoutesTest {
    private final OpenRoutes routes = new OpenRoutes(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/ws",
                "/dev/token",
                "/api/client",
                "/assets/index-1.js",
                "/chat",
                "/chat/team~t1",
                "/sign-in",
                "/people/a..b",
                "/people/50%25",
                "/people/a%5Cb",
                "/actuator/health",
                "/actuator/health/readiness",
                "/swagger-ui/index.html",
                "/analytics",
                "/analytics/export"
            })
    void someAreOpen(String path) {
        assertThat(routes.isOpen(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/settings",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/healthy",
                "/dev",
                "/analyticsx",
                "/chats",
                "/api/chat",
                "/api/client/other",
                "/chat/%2e%2e/api/settings",
                "/chat/..",
                "/chat/.",
                "/chat/%2e",
                "/people/50%",
                "/analytics/%2e%2e/api/analytics/reports",
                "/api/analytics/reports",
                "/%2e/",
                "/actuator/health/../prometheus/"
            })
    void allOthersAreNot(String path) {
        assertThat(routes.isOpen(path)).isFalse();
    }

    @Test
    void metricsAreForThoseWhoRunThePlace() {
        assertThat(routes.admits(caller("user"), "/actuator/prometheus")).isFalse();
        assertThat(routes.admits(caller("moderator"), "/actuator/prometheus")).isFalse();
        assertThat(routes.admits(caller("service"), "/actuator/prometheus")).isTrue();
        assertThat(routes.admits(caller("admin"), "/actuator/prometheus")).isTrue();
    }

    private static Caller caller(String role) {
        return Caller.of(Jwt.withTokenValue("token")
                .header("alg", "ES256")
                .subject("u1")
                .expiresAt(Instant.now().plusSeconds(60))
                .claim("preferred_username", "ann")
                .claim("roles", List.of(role))
                .build());
    }
}
