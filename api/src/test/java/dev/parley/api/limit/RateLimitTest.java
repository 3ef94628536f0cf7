package dev.parley.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who asks too much is told so, and for how long. */
@TestPropertySource(properties = {"parley.limits.person.reads=3/1h", "parley.limits.person.writes=1/1h"})
class RateLimitTest extends ApiTest {
    private static final String ANYWHERE = "/api/unknown";

    @Test
    void isToldWhatIsLeftAndThenTurnedAway() {
        WebTestClient ann = as("ann");
        for (int left = 2; left >= 0; left--) {
            ann.get()
                    .uri(ANYWHERE)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectHeader()
                    .valueEquals("RateLimit-Policy", "\"reads\";q=3;w=3600")
                    .expectHeader()
                    .valueMatches("RateLimit", "\"reads\";r=" + left + ";t=\\d+");
        }
        ann.get()
                .uri(ANYWHERE)
                .exchange()
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .value(
                        HttpHeaders.RETRY_AFTER,
                        seconds -> assertThat(Long.parseLong(seconds)).isBetween(1L, 1_200L))
                .expectHeader()
                .valueMatches("RateLimit", "\"reads\";r=0;t=\\d+")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/too-many-requests");
        ann.post().uri(ANYWHERE).exchange().expectStatus().isNotFound();
        ann.post().uri(ANYWHERE).exchange().expectStatus().isEqualTo(429);
        as("ben").get().uri(ANYWHERE).exchange().expectStatus().isNotFound();
    }

    @Test
    void isNotCountedWhenItIsAService() {
        WebTestClient site = as("site", "service");
        for (int i = 0; i < 4; i++) {
            site.get().uri(ANYWHERE).exchange().expectStatus().isNotFound();
        }
    }
}
