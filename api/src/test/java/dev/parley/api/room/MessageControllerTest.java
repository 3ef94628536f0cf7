package dev.parley.api.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.command.CommandRejected;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.command.room.RoomCommand.RemoveMessage;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.query.ReadRefused;
import dev.parley.query.room.message.MessageQuery.ListMessages;
import dev.parley.query.room.message.MessageQuery.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Lines over HTTP. */
class MessageControllerTest extends RoomApiTest {
    @Test
    void areAnsweredAsTheyWereAccepted() {
        leadTo(PostMessage.class, new MessagePosted(ROOM, 7, ANN, new PersonalText(ANN, "hi there")));
        send(ann, HttpMethod.POST, "/api/chat/game~abc/messages/", "{\"content\":\" hi there \"}")
                .expectStatus()
                .isCreated()
                .expectBody()
                .json("""
                        {"id":"game~abc~7~0","room_id":"game~abc","user":{"id":"dev-ann","username":"ann"},
                         "content":"hi there","created_at":"2026-01-01T12:00:00.000Z","is_deleted":false}""");
    }

    @Test
    void areToldUntilWhenTheirAuthorIsTimedOut() {
        Instant until = Instant.now().plusSeconds(60);
        refuse(new CommandRejected(Rejection.TIMED_OUT, "You are timed out here.", until));
        send(ann, HttpMethod.POST, "/api/chat/game~abc/messages", "{\"content\":\"hi\"}")
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .exists("Retry-After")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/timed-out")
                .jsonPath("$.until")
                .isEqualTo(until.truncatedTo(ChronoUnit.MILLIS).toString());
    }

    @Test
    void areTooManyAtOnce() {
        refuse(new CommandRejected(Rejection.FLOOD, "Too fast.", Instant.now().plusSeconds(5)));
        ResponseSpec answer = send(ann, HttpMethod.POST, "/api/chat/game~abc/messages", "{\"content\":\"hi\"}");
        answer.expectHeader().exists("RateLimit");
        answer.expectHeader().exists("Retry-After");
        isProblem(answer, 429, "flood");
    }

    @Test
    void comeInPages() {
        byte[] page = "{\"items\":[],\"next\":null}".getBytes();
        given(pages.read(any())).willReturn(CompletableFuture.completedFuture(page));
        get(ann, "/api/chat/game~abc/messages/?before=game~abc~7~9&limit=20")
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody()
                .json("{\"items\":[],\"next\":null}");
        then(pages)
                .should()
                .read(new ListMessages(
                        ROOM, Actor.of(ANN, Role.USER), Set.of(), new Span.Before(new MessageId(ROOM, 7, 9)), 20));
    }

    @Test
    void areNotForEverybody() {
        given(pages.read(any()))
                .willReturn(CompletableFuture.failedFuture(new ReadRefused(Rejection.NOT_A_PARTICIPANT, "no")));
        isProblem(get(ann, "/api/chat/game~abc/messages"), 403, "not-a-participant");
    }

    @Test
    void areRemovedForAReasonInTheBody() {
        send(ann, HttpMethod.DELETE, "/api/chat/messages/game~abc~7~9/", "{\"reason\":\"spam\"}")
                .expectStatus()
                .isNoContent();
        assertThat(sent(RemoveMessage.class))
                .satisfies(command -> assertThat(command.reason()).isEqualTo("spam"))
                .satisfies(command -> assertThat(command.messageId()).isEqualTo(new MessageId(ROOM, 7, 9)));
    }

    @Test
    void areRemovedForAReasonInTheQuery() {
        send(ann, HttpMethod.DELETE, "/api/chat/messages/game~abc~7~9?reason=off%20topic", "")
                .expectStatus()
                .isNoContent();
        assertThat(sent(RemoveMessage.class).reason()).isEqualTo("off topic");
    }

    @Test
    void areRemovedByTheirAuthorForNoReason() {
        send(ann, HttpMethod.DELETE, "/api/chat/messages/game~abc~7~9", "")
                .expectStatus()
                .isNoContent();
        assertThat(sent(RemoveMessage.class).reason()).isEmpty();
    }
}
