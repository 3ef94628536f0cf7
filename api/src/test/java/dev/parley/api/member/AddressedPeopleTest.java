package dev.parley.api.member;

import dev.parley.api.ApiTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Usernames that nobody has: in an address a 404, in a body a 422. */
class AddressedPeopleTest extends ApiTest {
    private static final String UNKNOWN_USER = "https://parley.dev/problems/unknown-user";

    @ParameterizedTest
    @CsvSource({
        "GET, /api/users/nobody/",
        "GET, /api/users/nobody/activity/",
        "GET, /api/users/nobody/following/",
        "POST, /api/users/nobody/follow/",
        "DELETE, /api/users/nobody/follow/",
        "POST, /api/users/nobody/block/",
        "DELETE, /api/users/nobody/block/",
        "GET, /api/users/no~name/",
        "PUT, /api/chat/game~abc/participants/nobody/",
        "DELETE, /api/chat/game~abc/participants/nobody/",
        "DELETE, /api/chat/game~abc/timeouts/nobody/"
    })
    void areNotFoundInAnAddress(String method, String path) {
        as("ann")
                .method(HttpMethod.valueOf(method))
                .uri(path)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(UNKNOWN_USER)
                .jsonPath("$.status")
                .isEqualTo(404);
    }

    @Test
    void areUnprocessableInABody() {
        as("ann")
                .post()
                .uri("/api/messages/compose/")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"recipient\":\"nobody\",\"content\":\"hi\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo(UNKNOWN_USER);
    }
}
