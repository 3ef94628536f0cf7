package dev.parley.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.times;

import com.mongodb.MongoTimeoutException;
import dev.parley.api.ApiTest;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.Positions.NotYet;
import dev.parley.query.member.SettingsView;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What holds for every route. */
class ConventionsTest extends ApiTest {
    private static final String LINES = "/api/chat/game~abc/messages";
    private static final String SETTINGS = "/api/settings";

    private WebTestClient ann;

    @BeforeEach
    void signIn() {
        ann = as("ann");
        given(queries.query(any(), eq(SettingsView.class)))
                .willReturn(CompletableFuture.completedFuture(new SettingsView(true, "notes", "everyone", false)));
        var line = new MessagePosted(
                new RoomId("game~abc"), 7, new UserId("dev-ann"), new PersonalText(new UserId("dev-ann"), "hi"));
        var outcome = new Outcome(List.of(new Outcome.Recorded<>(line, "game~abc", 9, Instant.EPOCH)), 4711);
        given(commands.send(isA(PostMessage.class), any())).willReturn(CompletableFuture.completedFuture(outcome));
    }

    @Test
    void aTrailingSlashIsOptional() {
        ann.get().uri(SETTINGS).exchange().expectStatus().isOk();
        ann.get().uri(SETTINGS + "/").exchange().expectStatus().isOk();
        ann.post()
                .uri(LINES + "/")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"content\":\"hi\"}")
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void aRequestIdIsTakenOverAndGoesWithTheCommand() {
        post("{\"content\":\"hi\"}", Correlation.HEADER, "checkout-42")
                .expectHeader()
                .valueEquals(Correlation.HEADER, "checkout-42");
        assertThat(origins(1).getFirst().correlation()).isEqualTo("checkout-42");
    }

    @Test
    void aTraceIsTakenOver() {
        post("{\"content\":\"hi\"}", "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .expectHeader()
                .valueEquals(Correlation.HEADER, "0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void aRequestIdOfAnotherShapeIsReplaced() {
        post("{\"content\":\"hi\"}", Correlation.HEADER, "<script>")
                .expectHeader()
                .value(Correlation.HEADER, id -> assertThat(id).matches("[0-9a-f]{32}"));
    }

    @Test
    void aWriteTellsItsPosition() {
        post("{\"content\":\"hi\"}", "X-Nothing", "").expectHeader().valueEquals(Dispatch.POSITION, "4711");
    }

    @Test
    void aReadWaitsForThePositionThatItIsAskedFor() {
        ann.get()
                .uri(SETTINGS)
                .header(Freshness.MIN_POSITION, "4711")
                .exchange()
                .expectStatus()
                .isOk();
        then(positions).should().reached("members", 4711);
    }

    @Test
    void aReadModelThatIsNotThereYetIsSaidSo() {
        given(positions.reached(any(), anyLong()))
                .willReturn(CompletableFuture.failedFuture(new NotYet("members", 4711)));
        ann.get()
                .uri(SETTINGS)
                .header(Freshness.MIN_POSITION, "4711")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "1")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/not-yet")
                .jsonPath("$.retry_after")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "one", "1.5", "1234567890123456789", "٣"})
    void aPositionOfAnotherShapeIsMalformed(String position) {
        ann.get()
                .uri(SETTINGS)
                .header(Freshness.MIN_POSITION, position)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void anIdempotencyKeyGoesWithTheCommand() {
        post("{\"content\":\"hi\"}", IdempotencyKey.HEADER, "k1");
        assertThat(origins(1).getFirst()).satisfies(origin -> {
            assertThat(origin.key()).isEqualTo("k1");
            assertThat(origin.digest()).hasSize(22);
        });
    }

    @Test
    void theSameRequestHasTheSameDigestHoweverItIsSpelled() {
        post("{\"content\":\"hi\"}", IdempotencyKey.HEADER, "k1");
        post("{ \"client_message_id\": \"k1\", \"content\": \"h\\u0069\" }", "X-Nothing", "");
        post("{\"content\":\"ho\"}", IdempotencyKey.HEADER, "k1");
        List<Origin> origins = origins(3);
        assertThat(origins).extracting(Origin::key).containsOnly("k1");
        assertThat(origins.get(0).digest()).isEqualTo(origins.get(1).digest());
        assertThat(origins.get(0).digest()).isNotEqualTo(origins.get(2).digest());
    }

    @Test
    void whatIsAskedForBehindAQuestionMarkIsPartOfTheDigest() {
        Stream.of("", "?a=1", "?a=2")
                .forEach(query -> ann.post()
                        .uri(LINES + query)
                        .header(IdempotencyKey.HEADER, "k1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"content\":\"hi\"}")
                        .exchange());
        assertThat(origins(3)).extracting(Origin::digest).doesNotHaveDuplicates();
    }

    @Test
    void withoutAKeyThereIsNoDigest() {
        post("{\"content\":\"hi\"}", "X-Nothing", "");
        assertThat(origins(1).getFirst())
                .extracting(Origin::key, Origin::digest)
                .containsExactly("", "");
    }

    @Test
    void anIdempotencyKeyOfAnotherShapeIsMalformed() {
        post("{\"content\":\"hi\"}", IdempotencyKey.HEADER, "k".repeat(65))
                .expectStatus()
                .isBadRequest();
        post("{\"content\":\"hi\"}", IdempotencyKey.HEADER, "a key")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void twoKeysOnOneRequestMustBeTheSame() {
        post("{\"content\":\"hi\",\"client_message_id\":\"k2\"}", IdempotencyKey.HEADER, "k1")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.pointer")
                .isEqualTo("/client_message_id");
    }

    @Test
    void aStoreThatIsAwayIsSaidSo() {
        given(commands.send(isA(PostMessage.class), any()))
                .willReturn(CompletableFuture.failedFuture(new StoreUnavailable("away", new RuntimeException())));
        post("{\"content\":\"hi\"}", "X-Nothing", "")
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/store-unavailable");
    }

    @Test
    void aReadModelThatIsAwayIsSaidSo() {
        given(queries.query(any(), eq(SettingsView.class)))
                .willReturn(
                        CompletableFuture.failedFuture(new RuntimeException(new MongoTimeoutException("no server"))));
        ann.get()
                .uri(SETTINGS)
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("A store is away; try again.");
    }

    @Test
    void aBugIsAnsweredWithNothingInternal() {
        given(queries.query(any(), eq(SettingsView.class)))
                .willThrow(new IllegalStateException("password of dev.parley.Secret is 12345"));
        String body = ann.get()
                .uri(SETTINGS)
                .header(Correlation.HEADER, "r1")
                .exchange()
                .expectStatus()
                .isEqualTo(500)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).contains("internal-error", "urn:request:r1").doesNotContain("dev.parley.", "12345");
    }

    @Test
    void browsersAreToldToKeepNothingAndToGuessNothing() {
        ann.get()
                .uri(SETTINGS)
                .exchange()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
                .expectHeader()
                .doesNotExist("Strict-Transport-Security");
    }

    @Test
    void pagesOfAnAllowedOriginMayAsk() {
        preflight("https://play.example")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Access-Control-Allow-Origin", "https://play.example");
    }

    @Test
    void pagesOfAnotherOriginMayNot() {
        preflight("https://evil.example")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/foreign-origin");
    }

    private ResponseSpec preflight(String origin) {
        return web.method(HttpMethod.OPTIONS)
                .uri(LINES)
                .header(HttpHeaders.ORIGIN, origin)
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "POST")
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "authorization, idempotency-key")
                .exchange();
    }

    private ResponseSpec post(String body, String header, String value) {
        return ann.post()
                .uri(LINES)
                .contentType(MediaType.APPLICATION_JSON)
                .header(header, value)
                .bodyValue(body)
                .exchange();
    }

    private List<Origin> origins(int requests) {
        ArgumentCaptor<Origin> origins = ArgumentCaptor.forClass(Origin.class);
        then(commands).should(times(requests)).send(isA(PostMessage.class), origins.capture());
        return origins.getAllValues();
    }
}
