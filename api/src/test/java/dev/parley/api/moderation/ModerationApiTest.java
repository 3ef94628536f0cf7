package dev.parley.api.moderation;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.api.ApiTest;
import dev.parley.command.Command;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.query.PersonView;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What tests of moderation over HTTP share: a reporter, a moderator, and whom they deal with. */
abstract class ModerationApiTest extends ApiTest {
    static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    static final UserId BOB = new UserId("dev-bob");
    static final Actor ANN = Actor.of(new UserId("dev-ann"), Role.USER);
    static final Actor MIA = Actor.of(new UserId("dev-mia"), Role.MODERATOR);
    static final CaseId CASE = CaseId.parse("case~conduct~dev-bob~1");
    static final ActionId ACTION = new ActionId(BOB, 1);
    static final ConversationId TALK = new ConversationId("dm~dev-ann~dev-bob");
    static final String QUEUE = "/api/mod/reports/";
    static final String AT_CASE = QUEUE + CASE;

    WebTestClient ann;
    WebTestClient mia;

    @BeforeEach
    void people() {
        ann = as("ann");
        mia = as("mia", "moderator");
        given(usernames.find(any())).willReturn(Optional.of(BOB));
        given(names.people(any()))
                .willReturn(CompletableFuture.completedFuture(Map.of(BOB, PersonView.of(BOB, "bob"))));
    }

    void leads(Class<? extends Command> command, Object event) {
        var outcome = new Outcome(List.of(new Recorded<>(event, "stream", 0, NOON)), 42);
        given(commands.send(isA(command), any())).willReturn(CompletableFuture.completedFuture(outcome));
    }

    void isSent(Command command) {
        then(commands).should().send(eq(command), any());
    }

    static String action(String type, String duration) {
        return "{\"action_type\":\"" + type + "\",\"reason\":\"rude\",\"duration\":\"" + duration + "\"}";
    }

    ResponseSpec send(WebTestClient who, HttpMethod method, String path, String body) {
        var request = who.method(method).uri(URI.create("http://127.0.0.1:" + port + path));
        return body.isEmpty()
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange();
    }

    void isDone(String path, String body) {
        send(mia, HttpMethod.POST, path, body).expectStatus().isNoContent();
    }

    static void isRefused(ResponseSpec answer, int status, String rule) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/" + rule);
    }

    void isInvalid(HttpMethod method, String path, String body, String pointer) {
        send(mia, method, path, body)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.pointer")
                .isEqualTo(pointer);
    }
}
