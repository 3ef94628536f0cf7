package dev.parley.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see, and others do not. */
class OperatingTest extends ApiTest {
    private static final int MAX_BYTES = 1_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthIsForEverybody(String path) {
        web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
    }

    @Test
    void metricsAreForEverybodyWhereEverythingIsEmbedded() {
        web.get().uri("/actuator/health").exchange().expectStatus().isOk();
        web.mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_BYTES))
                .build()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(metrics -> assertThat(metrics).contains("http_server_requests_seconds"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/swagger-ui/../application.yml",
                "/swagger-ui/%2e%2e/%2e%2e/application.yml",
                "/swagger-ui/..%2f..%2fapplication.yml",
                "/swagger-ui/..%5c..%5capplication.yml",
                "/actuator/health/%2e%2e/prometheus",
                "/actuator/health/nonsense"
            })
    void openPathsLeadNowhereElse(String path) {
        web.get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isIn(401, 404));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/x/y",
                "/actuator/health/a%2Fb",
                "/actuator/health/;/env",
                "/actuator/%70rometheus",
                "/actuator/prometheus;x=1",
                "/actuator;a/prometheus",
                "/%61ctuator/prometheus"
            })
    void nothingIsFoundByAnotherSpelling(String path) {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        web.get().uri(address).exchange().expectStatus().isUnauthorized();
        as("ann").get().uri(address).exchange().expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/loggers"})
    void nothingElseIsExposed(String path) {
        as("root", "admin").get().uri(path).exchange().expectStatus().isNotFound();
        web.get().uri(path).exchange().expectStatus().isUnauthorized();
    }
}
