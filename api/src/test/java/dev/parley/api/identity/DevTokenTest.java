package dev.parley.api.identity;

import dev.parley.api.ApiTest;
import org.junit.jupiter.api.Test;

class DevTokenTest extends ApiTest {
    @Test
    void letsItsBearerIn() {
        as("ann").get().uri("/api/unknown").exchange().expectStatus().isNotFound();
    }
}
