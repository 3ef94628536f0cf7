package dev.parley.api.http;

import dev.parley.api.ApiTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** A node that does not serve clients. */
@TestPropertySource(properties = {"parley.event-store=axonserver", "parley.roles=command,query"})
class NoClientsTest extends ApiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/chat/team~club",
                "/assets/index.js",
                "/icon.svg",
                "/api/client",
                "/api/settings/",
                "/dev/token",
                "/ws",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/webjars/swagger-ui/index.html",
                "/actuator"
            })
    void hasNothingForThem(String path) {
        web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentTypeCompatibleWith("application/problem+json");
        web.get()
                .uri(path)
                .header("Authorization", "Bearer anything")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/prometheus"})
    void answersForItsHealthAndMetrics(String path) {
        web.get().uri(path).exchange().expectStatus().isOk();
    }
}
