package dev.parley.api.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

import dev.parley.api.ApiTest;
import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.command.direct.ConversationCommand.HideConversation;
import dev.parley.command.direct.ConversationCommand.MarkRead;
import dev.parley.command.direct.ConversationCommand.MarkReadUpTo;
import dev.parley.command.direct.ConversationCommand.Reply;
import dev.parley.command.direct.ConversationCommand.WriteTo;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.kernel.direct.DirectText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Direct messages over HTTP. */
class ConversationControllerTest extends ApiTest {
    private static final UserId BEN = new UserId("dev-ben");
    private static final Actor ANN = Actor.of(new UserId("dev-ann"), Role.USER);
    private static final ConversationId TALK = ConversationId.of(ANN.id(), BEN);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private WebTestClient ann;

    @BeforeEach
    void signIn() {
        ann = as("ann");
        given(usernames.find(new Username("ben"))).willReturn(Optional.of(BEN));
        given(names.people(Set.of(BEN)))
                .willReturn(CompletableFuture.completedFuture(Map.of(BEN, PersonView.of(BEN, "Ben"))));
    }

    @Test
    void beginWithAFirstMessage() {
        sentBy(WriteTo.class);
        send(HttpMethod.POST, "/api/messages/compose/", "{\"recipient\":\"ben\",\"content\":\" hi \"}")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Parley-Position", 7)
                .expectBody()
                .json("""
                        {"conversation":{"id":"dm~dev-ann~dev-ben","with":{"id":"dev-ben","username":"Ben"}},
                        "message":{"id":"dm~dev-ann~dev-ben~1~4","sender":{"id":"dev-ann","username":"ann"},
                        "content":"hi","created_at":"2026-01-01T12:00:00.000Z"}}""");
        then(commands).should().send(eq(new WriteTo(ANN, BEN, new DirectText("hi"))), any());
    }

    @Test
    void goOn() {
        sentBy(Reply.class);
        send(HttpMethod.POST, "/api/messages/" + TALK, "{\"content\":\"hi\",\"client_message_id\":\"m1\"}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo("dm~dev-ann~dev-ben~1~4");
        ArgumentCaptor<Origin> origin = ArgumentCaptor.forClass(Origin.class);
        then(commands).should().send(isA(Reply.class), origin.capture());
        assertThat(origin.getValue().key()).isEqualTo("m1");
    }

    @Test
    void areReadAsAWholeOrUpToAMessage() {
        send(HttpMethod.PATCH, "/api/messages/" + TALK + "/read", "")
                .expectStatus()
                .isNoContent();
        send(HttpMethod.PATCH, "/api/messages/" + TALK + "/read/", "{}")
                .expectStatus()
                .isNoContent();
        send(HttpMethod.PATCH, "/api/messages/" + TALK + "/read", "{\"up_to\":\"" + TALK + "~3~5\"}")
                .expectStatus()
                .isNoContent();
        then(commands).should(times(2)).send(eq(new MarkRead(ANN, TALK)), any());
        then(commands).should().send(eq(new MarkReadUpTo(ANN, TALK, new DirectMessageId(TALK, 3, 5))), any());
    }

    @Test
    void areHidden() {
        send(HttpMethod.DELETE, "/api/messages/" + TALK, "").expectStatus().isNoContent();
        then(commands).should().send(eq(new HideConversation(ANN, TALK)), any());
    }

    @ParameterizedTest
    @CsvSource({
        "BLOCKED,                403",
        "BLOCKING,               403",
        "KID_MODE,               403",
        "MESSAGE_PRIVACY,        403",
        "RESTRICTION,            403",
        "COMM_BAN,               403",
        "ACCOUNT_BAN,            403",
        "UNKNOWN_CONVERSATION,   404",
        "TOO_MANY_CONVERSATIONS, 429",
        "TOO_MANY_MESSAGES,      429",
    })
    void tellTheRuleThatRefuses(Rejection rule, int status) {
        given(commands.send(isA(Reply.class), any()))
                .willReturn(CompletableFuture.failedFuture(new CommandRejected(rule, "You may not.")));
        send(HttpMethod.POST, "/api/messages/" + TALK, "{\"content\":\"hi\"}")
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/" + rule.label());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/messages/compose | {\"content\":\"hi\"}                        | 422",
                "/api/messages/compose | {\"recipient\":\"ben\"}                     | 422",
                "/api/messages/compose | {\"recipient\":\"zoe\",\"content\":\"hi\"}  | 422",
                "/api/messages/compose | {\"recipient\":[\"ben\"],\"content\":\"hi\"} | 422",
                "/api/messages/dm~b~a  | {\"content\":\"hi\"}                        | 404",
                "/api/messages/dm~dev-ann~dev-ben | {\"content\":\"  \"}             | 422",
            })
    void refuseWhatIsNoMessage(String path, String body, int status) {
        send(HttpMethod.POST, path, body).expectStatus().isEqualTo(status);
        then(commands).should(never()).send(isA(WriteTo.class), any());
    }

    private void sentBy(Class<? extends Command> command) {
        var sent = new DirectMessageSent(TALK, 1, ANN.id(), 1, 0, new PersonalText(ANN.id(), "hi"));
        var outcome = new Outcome(List.of(new Recorded<>(sent, TALK.value(), 4, NOON)), 7);
        given(commands.send(isA(command), any())).willReturn(CompletableFuture.completedFuture(outcome));
    }

    private ResponseSpec send(HttpMethod method, String path, String body) {
        var request = ann.method(method).uri(path);
        return body.isEmpty()
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange();
    }
}
