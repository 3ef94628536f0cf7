package dev.parley.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

import dev.parley.api.ApiTest;
import dev.parley.command.CommandRejected;
import dev.parley.command.room.RoomCommand;
import dev.parley.kernel.Rejection;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Whatever is wrong with a request: a typed 4xx, and nothing is sent to the aggregates. */
class BadRequestsTest extends ApiTest {
    private static final String LINES = "/api/chat/game~abc/messages";

    private WebTestClient ann;

    @BeforeEach
    void signIn() {
        ann = as("ann");
    }

    record Bad(String name, HttpMethod method, String path, String body) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                of(404, "not-found", "an unknown route", "GET", "/api/unknown", ""),
                of(404, "not-found", "a room's unknown part", "GET", "/api/chat/game~abc/unknown", ""),
                of(
                        404,
                        "unknown-room",
                        "an id of no room",
                        "POST",
                        "/api/chat/nowhere/messages",
                        "{\"content\":\"hi\"}"),
                of(404, "unknown-message", "an id of no line", "DELETE", "/api/chat/messages/nothing", ""),
                of(404, "not-found", "an id of no game", "GET", "/api/chat/notes/not%20a%20game", ""),
                of(405, "method-not-allowed", "another method", "PUT", LINES, "{}"),
                of(405, "method-not-allowed", "a method that is unheard of", "BREW", LINES, ""),
                of(400, "malformed-json", "no JSON", "POST", LINES, "{\"content\":"),
                of(400, "malformed-json", "text after the JSON", "POST", LINES, "{\"content\":\"hi\"} and more"),
                of(400, "malformed-json", "a field twice", "POST", LINES, "{\"content\":\"a\",\"content\":\"b\"}"),
                of(400, "malformed-json", "a list", "POST", LINES, "[\"hi\"]"),
                of(400, "malformed-json", "a bare text", "POST", LINES, "\"hi\""),
                of(400, "malformed-json", "null", "POST", LINES, "null"),
                of(400, "malformed-json", "depth", "POST", LINES, "[".repeat(2_000)),
                of(400, "malformed-json", "no body", "POST", LINES, ""),
                of(400, "malformed-json", "a raw control character", "POST", LINES, "{\"content\":\"a\u0000b\"}"),
                of(400, "unknown-field", "/contents", "POST", LINES, "{\"contents\":\"hi\"}"),
                of(422, "invalid-value", "/content", "POST", LINES, "{}"),
                of(422, "invalid-value", "/content", "POST", LINES, "{\"content\":null}"),
                of(422, "invalid-value", "/content", "POST", LINES, "{\"content\":5}"),
                of(422, "invalid-value", "/content", "POST", LINES, "{\"content\":true}"),
                of(422, "invalid-value", "/content", "POST", LINES, "{\"content\":[\"hi\"]}"),
                of(422, "invalid-value", "/content", "POST", LINES, "{\"content\":{\"text\":\"hi\"}}"),
                of(422, "invalid-value", "/content", "POST", LINES, "{\"content\":\"  \"}"),
                of(422, "invalid-value", "/content", "POST", LINES, "{\"content\":\"" + "é".repeat(501) + "\"}"),
                of(422, "invalid-value", "/content", "POST", LINES, "{\"content\":\"a\\ud800b\"}"),
                of(422, "invalid-value", "/content", "POST", LINES, "{\"content\":\"a\\u0000b\"}"),
                of(
                        422,
                        "invalid-value",
                        "/client_message_id",
                        "POST",
                        LINES,
                        "{\"content\":\"hi\",\"client_message_id\":\"" + "k".repeat(65) + "\"}"),
                of(422, "invalid-value", "/limit", "GET", LINES + "?limit=0", ""),
                of(422, "invalid-value", "/limit", "GET", LINES + "?limit=101", ""),
                of(422, "invalid-value", "/limit", "GET", LINES + "?limit=many", ""),
                of(422, "invalid-value", "/before", "GET", LINES + "?before=yesterday", ""),
                of(422, "invalid-value", "/after", "GET", LINES + "?after=game~xyz~1~1", ""),
                of(422, "invalid-value", "/after", "GET", LINES + "?before=game~abc~1~1&after=game~abc~1~1", ""),
                of(422, "invalid-value", "/room_type", "POST", "/api/chat/rooms", "{\"room_type\":\"pub\"}"),
                of(422, "invalid-value", "/game_id", "POST", "/api/chat/rooms", "{\"room_type\":\"game\"}"),
                of(
                        422,
                        "invalid-value",
                        "/team_id",
                        "POST",
                        "/api/chat/rooms",
                        "{\"room_type\":\"game\",\"game_id\":\"abc\",\"team_id\":\"t\"}"),
                of(
                        422,
                        "invalid-value",
                        "/public_read",
                        "POST",
                        "/api/chat/rooms",
                        "{\"room_type\":\"game\",\"game_id\":\"abc\",\"public_read\":\"yes\"}"),
                of(
                        422,
                        "invalid-value",
                        "/participants/1",
                        "POST",
                        "/api/chat/rooms",
                        "{\"room_type\":\"game\",\"game_id\":\"abc\",\"participants\":[\"ann\",7]}"),
                of(
                        400,
                        "unknown-field",
                        "/participants/0/name",
                        "POST",
                        "/api/chat/rooms",
                        "{\"room_type\":\"game\",\"game_id\":\"abc\",\"participants\":[{\"name\":\"ann\"}]}"),
                of(
                        422,
                        "invalid-value",
                        "/reason",
                        "POST",
                        "/api/chat/game~abc/timeouts",
                        "{\"username\":\"ben\",\"reason\":\"mood\"}"),
                of(
                        422,
                        "invalid-value",
                        "/minutes",
                        "POST",
                        "/api/chat/game~abc/timeouts",
                        "{\"username\":\"ben\",\"reason\":\"spam\",\"minutes\":0}"),
                of(
                        422,
                        "invalid-value",
                        "/minutes",
                        "POST",
                        "/api/chat/game~abc/timeouts",
                        "{\"username\":\"ben\",\"reason\":\"spam\",\"minutes\":1.5}"),
                of(
                        422,
                        "invalid-value",
                        "/minutes",
                        "POST",
                        "/api/chat/game~abc/timeouts",
                        "{\"username\":\"ben\",\"reason\":\"spam\",\"minutes\":99999999999}"),
                of(422, "invalid-value", "/zen_mode", "PATCH", "/api/settings", "{\"zen_mode\":\"on\"}"),
                of(422, "invalid-value", "/chat_tab", "PATCH", "/api/settings", "{\"chat_tab\":\"news\"}"),
                of(
                        422,
                        "invalid-value",
                        "/content",
                        "PUT",
                        "/api/chat/notes/abc",
                        "{\"content\":\"" + "n".repeat(10_001) + "\"}"),
                of(
                        413,
                        "body-too-large",
                        "a body of 10 MB",
                        "POST",
                        LINES,
                        "{\"content\":\"" + "x".repeat(10_000_000) + "\"}"));
    }

    private static Arguments of(
            int status, String type, String nameOrPointer, String method, String path, String body) {
        return Arguments.of(status, type, new Bad(nameOrPointer, HttpMethod.valueOf(method), path, body));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("requests")
    void areToldWhatIsWrong(int status, String type, Bad bad) {
        var request = ann.method(bad.method()).uri(java.net.URI.create("http://127.0.0.1:" + port + bad.path()));
        if (!bad.body().isEmpty() || bad.method() == HttpMethod.POST) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(bad.body());
        }
        var answer = request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/" + type)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.detail")
                .isNotEmpty();
        if (bad.name().startsWith("/")) {
            answer.jsonPath("$.pointer").isEqualTo(bad.name());
        }
        assertThat(new String(answer.returnResult().getResponseBody()))
                .doesNotContain("dev.parley", "Exception", "tools.jackson");
        then(commands).should(never()).send(isA(RoomCommand.class), any());
    }

    @Test
    void namesTheMethodsThatAreAllowed() {
        ann.put()
                .uri(LINES)
                .exchange()
                .expectHeader()
                .value("Allow", allow -> assertThat(allow.split(",")).contains("GET", "POST"));
    }

    @Test
    void isTypedWhenTheBodyIsOfAnotherMediaType() {
        ann.post()
                .uri(LINES)
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("hi")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectHeader()
                .exists("Accept")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/unsupported-media-type");
    }

    @Test
    void isTypedWhenTheAnswerIsWantedInAnotherMediaType() {
        ann.get()
                .uri("/api/settings")
                .accept(MediaType.IMAGE_PNG)
                .exchange()
                .expectStatus()
                .isEqualTo(406)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/not-acceptable");
    }

    @Test
    void refusesALargeBodyThatDoesNotSayHowLargeItIs() {
        var chunks = reactor.core.publisher.Flux.range(0, 2_000).map(number -> "x".repeat(1_000));
        ann.post()
                .uri(LINES)
                .contentType(MediaType.APPLICATION_JSON)
                .body(chunks, String.class)
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void aRuleThatRefusesIsNamed() {
        given(commands.send(isA(RoomCommand.class), any()))
                .willReturn(CompletableFuture.failedFuture(
                        new CommandRejected(Rejection.NOT_A_PARTICIPANT, "ann does not take part in game~abc.")));
        ann.post()
                .uri(LINES)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"content\":\"hi\"}")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/not-a-participant");
    }
}
