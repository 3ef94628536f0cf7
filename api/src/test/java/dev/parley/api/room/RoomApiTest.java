package dev.parley.api.room;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.atLeastOnce;

import dev.parley.api.ApiTest;
import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.command.room.RoomCommand.PostMessage;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.PersonView;
import dev.parley.query.room.RoomState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.ArgumentCaptor;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A room, a player of its game, and the site that opened it. */
abstract class RoomApiTest extends ApiTest {
    protected static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    protected static final RoomId ROOM = new RoomId("game~abc");
    protected static final UserId ANN = new UserId("dev-ann");
    protected static final UserId BEN = new UserId("dev-ben");
    protected static final RoomOpened OPENED =
            new RoomOpened(ROOM, RoomType.GAME, new EntityId("abc"), List.of(ANN, BEN), false);

    protected WebTestClient ann;
    protected WebTestClient site;

    @BeforeEach
    void signInAnnAndTheSite() {
        ann = as("ann");
        site = as("site", "service");
        given(usernames.find(new Username("ann"))).willReturn(Optional.of(ANN));
        given(usernames.find(new Username("ben"))).willReturn(Optional.of(BEN));
        given(names.people(Set.of(BEN)))
                .willReturn(CompletableFuture.completedFuture(Map.of(BEN, PersonView.of(BEN, "ben"))));
        given(states.current(any())).willReturn(CompletableFuture.completedFuture(Optional.empty()));
        given(states.current(ROOM))
                .willReturn(CompletableFuture.completedFuture(Optional.of(RoomState.opened(OPENED, NOON))));
    }

    protected void leadTo(Class<? extends Command> command, Object... events) {
        List<Recorded<?>> recorded = IntStream.range(0, events.length)
                .<Recorded<?>>mapToObj(at -> new Recorded<>(events[at], ROOM.value(), sequence(events[at], at), NOON))
                .toList();
        given(commands.send(isA(command), any()))
                .willReturn(CompletableFuture.completedFuture(new Outcome(recorded, 42)));
    }

    /** Of a room that was there before, the event comes after its opening. */
    private static long sequence(Object event, int at) {
        return event instanceof RoomDisabled ? 1 : at;
    }

    protected void refuse(CommandRejected refusal) {
        given(commands.send(isA(PostMessage.class), any())).willReturn(CompletableFuture.failedFuture(refusal));
    }

    protected <T extends Command> T sent(Class<T> type) {
        ArgumentCaptor<Command> sent = ArgumentCaptor.forClass(Command.class);
        then(commands).should(atLeastOnce()).send(sent.capture(), any());
        return sent.getAllValues().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    protected static ResponseSpec get(WebTestClient client, String path) {
        return client.get().uri(path).exchange();
    }

    protected ResponseSpec send(WebTestClient client, HttpMethod method, String path, String body) {
        var request = client.method(method).uri(URI.create("http://127.0.0.1:" + port + path));
        return body.isEmpty()
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange();
    }

    protected static void isProblem(ResponseSpec answer, int status, String type) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://parley.dev/problems/" + type);
    }
}
