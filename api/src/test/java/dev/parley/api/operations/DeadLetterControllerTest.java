package dev.parley.api.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.api.ApiTest;
import dev.parley.command.CommandRejected;
import dev.parley.command.History.Cause;
import dev.parley.command.History.Event;
import dev.parley.command.History.Question;
import dev.parley.command.History.Told;
import dev.parley.command.Outcome;
import dev.parley.command.operations.ProjectionCommand.RetryLetters;
import dev.parley.command.operations.ProjectionCommand.SkipLetter;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.StreamKind;
import dev.parley.kernel.operations.LetterId;
import dev.parley.kernel.operations.ProjectionName;
import dev.parley.kernel.past.AsOf;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.projection.letter.DeadLetterQuery.CheckRetry;
import dev.parley.query.projection.letter.DeadLetterQuery.CheckSkip;
import dev.parley.query.projection.letter.DeadLetterQuery.FindDeadLetter;
import dev.parley.query.projection.letter.DeadLetterQuery.ListDeadLetters;
import dev.parley.query.projection.letter.DeadLetterView;
import dev.parley.query.projection.letter.DeadLetterView.FailureView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Dead letters over HTTP. */
class DeadLetterControllerTest extends ApiTest {
    private static final UserId ROOT = new UserId("dev-root");
    private static final Actor ADMIN = Actor.of(ROOT, Role.ADMIN);
    private static final ProjectionName ROOMS = new ProjectionName("rooms");
    private static final LetterId LETTER = new LetterId(2, 42);
    private static final String ROOM = "team~t1";
    private static final DeadLetterView VIEW = new DeadLetterView(
            LETTER,
            2,
            42,
            ROOM,
            7,
            "Room",
            "MessagePosted",
            "e1",
            Instant.EPOCH,
            false,
            new FailureView("projection-fails", 1, Instant.EPOCH));
    private static final Question QUESTION = new Question(ADMIN, StreamKind.ROOM, ROOM, new AsOf.Now(), 6, 1);

    @BeforeEach
    void letters() {
        given(queries.query(any(), eq(DeadLetterView.class))).willReturn(CompletableFuture.completedFuture(VIEW));
        given(queries.query(eq(new ListDeadLetters(ADMIN, ROOMS, Optional.of(LETTER), 10)), rows()))
                .willReturn(CompletableFuture.completedFuture(new Page<>(List.of(VIEW), "2-42")));
        given(commands.send(any(), any())).willReturn(CompletableFuture.completedFuture(Outcome.nothingNew(42)));
        given(commands.earlier(any(), any())).willReturn(CompletableFuture.completedFuture(Optional.empty()));
        given(positions.reached(any(), anyLong())).willReturn(CompletableFuture.completedFuture(null));
        given(names.people(any()))
                .willReturn(CompletableFuture.completedFuture(Map.of(ROOT, new PersonView("dev-root", "root"))));
    }

    @Test
    void areListedPageByPage() {
        get("?cursor=2-42&limit=10").expectBody().json("""
                {"next": "2-42", "items": [{"id": "2-42", "version": 2, "position": 42, "stream": "team~t1", "place": 7,
                    "aggregate": "Room", "type": "MessagePosted", "event_id": "e1", "waiting": false,
                    "failure": {"error": "projection-fails", "attempts": 1}}]}
                """);
        assertThat(problem(get("?cursor=nonsense"))).isEqualTo("invalid-value");
        assertThat(problem(get("?limit=101"))).isEqualTo("invalid-value");
    }

    @Test
    void areShownWithTheirEvent() {
        var event = new Event(
                "e1",
                42,
                7,
                "MessagePosted",
                Instant.EPOCH,
                new Cause("dev-root", "user", "", "c1", "r1", "r1"),
                Map.of("content", "hi"),
                false);
        given(history.of(QUESTION))
                .willReturn(CompletableFuture.completedFuture(
                        Optional.of(new Told(Map.of(), 0, 0, List.of(event), false))));
        get("/2-42")
                .expectBody()
                .json(
                        "{\"letter\": {\"id\": \"2-42\"}, \"event\": {\"event_id\": \"e1\", \"payload\": {\"content\": \"hi\"}}}");
    }

    @Test
    void areShownWithoutAnEventThatIsNotForTheOneWhoAsks() {
        given(history.of(QUESTION))
                .willReturn(CompletableFuture.failedFuture(
                        new CommandRejected(Rejection.NOT_ALLOWED, "What concerns you is for others to see.")));
        get("/2-42").expectStatus().isOk().expectBody().jsonPath("$.event").isEmpty();
    }

    @Test
    void areRetriedAndSkippedForAReason() {
        post("/retry", "{\"reason\": \"mended\"}").expectStatus().isAccepted();
        then(queries).should().query(new CheckRetry(ADMIN, ROOMS), DeadLetterView.class);
        then(commands).should().send(eq(new RetryLetters(ADMIN, ROOMS, Optional.empty(), "mended")), any());
        post("/2-42/retry", "{\"reason\": \"mended\"}").expectStatus().isAccepted();
        then(queries).should().query(new FindDeadLetter(ADMIN, ROOMS, LETTER), DeadLetterView.class);
        then(commands).should().send(eq(new RetryLetters(ADMIN, ROOMS, Optional.of(LETTER), "mended")), any());
        post("/2-42/skip", "{\"reason\": \"spam\"}").expectStatus().isAccepted();
        then(queries).should().query(new CheckSkip(ADMIN, ROOMS, LETTER), DeadLetterView.class);
        then(commands).should().send(eq(new SkipLetter(ADMIN, ROOMS, LETTER, "spam")), any());
        for (String path : List.of("/retry", "/2-42/retry", "/2-42/skip")) {
            assertThat(problem(post(path, "{}"))).isEqualTo("invalid-value");
        }
    }

    @Test
    void areLeftAloneWhereTheQuerySideRefuses() {
        given(queries.query(new CheckSkip(ADMIN, ROOMS, LETTER), DeadLetterView.class))
                .willReturn(CompletableFuture.failedFuture(
                        new ReadRefused(Rejection.WAITS_BEHIND_ANOTHER, "Another comes before.")));
        assertThat(problem(post("/2-42/skip", "{\"reason\": \"spam\"}"))).isEqualTo("waits-behind-another");
        assertThat(problem(post("/nonsense/skip", "{\"reason\": \"spam\"}"))).isEqualTo("not-found");
    }

    private static PageOf<DeadLetterView> rows() {
        return ArgumentMatchers.any();
    }

    private WebTestClient.ResponseSpec get(String path) {
        return as("root", "admin")
                .get()
                .uri("/api/admin/projections/rooms/dead-letters" + path)
                .exchange();
    }

    private WebTestClient.ResponseSpec post(String path, String body) {
        return as("root", "admin")
                .post()
                .uri("/api/admin/projections/rooms/dead-letters" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static String problem(WebTestClient.ResponseSpec answer) {
        String json = answer.expectBody(String.class).returnResult().getResponseBody();
        return json.replaceAll("(?s).*problems/([a-z-]+)\".*", "$1");
    }
}
