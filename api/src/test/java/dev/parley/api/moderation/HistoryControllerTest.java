package dev.parley.api.moderation;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.api.ApiTest;
import dev.parley.command.CommandRejected;
import dev.parley.command.History.Cause;
import dev.parley.command.History.Event;
import dev.parley.command.History.Question;
import dev.parley.command.History.Told;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.moderation.StreamKind;
import dev.parley.kernel.past.AsOf;
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
import org.springframework.test.web.reactive.server.WebTestClient;

/** Histories over HTTP. */
class HistoryControllerTest extends ApiTest {
    private static final Actor MOD = Actor.of(new UserId("dev-mod"), Role.MODERATOR);
    private static final UserId ANN = new UserId("dev-ann");
    private static final AsOf NOW = new AsOf.Now();
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Event OPENED = new Event(
            "command",
            7,
            0,
            "RoomOpened",
            AT,
            new Cause("dev-ann", "user", "", "command", "request", "request"),
            Map.of("public_read", false),
            false);

    @BeforeEach
    void nothingIsKnown() {
        given(history.of(any())).willReturn(CompletableFuture.completedFuture(Optional.empty()));
        given(usernames.findHolder(any())).willReturn(Optional.empty());
        given(usernames.findHolder(new Username("ann"))).willReturn(Optional.of(ANN));
        given(names.people(Set.of(ANN)))
                .willReturn(CompletableFuture.completedFuture(Map.of(ANN, PersonView.of(ANN, "Ann"))));
    }

    @Test
    void isToldWithItsState() {
        given(history.of(new Question(MOD, StreamKind.ROOM, "game~abc", new AsOf.Position(7), 3, 1)))
                .willReturn(CompletableFuture.completedFuture(
                        Optional.of(new Told(Map.of("last_number", 0), 4, 320, List.of(OPENED), true))));
        get("/api/mod/history/room/game~abc/?as_of=7&after=3&limit=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {
                          "kind": "room",
                          "id": "game~abc",
                          "as_of": "7",
                          "state": {"last_number": 0},
                          "as_of_sequence": 4,
                          "last_sequence": 320,
                          "events": {
                            "items": [{
                              "event_id": "command",
                              "position": 7,
                              "sequence": 0,
                              "at": "2026-03-01T12:00:00.000Z",
                              "type": "RoomOpened",
                              "payload": {"public_read": false},
                              "is_private": false,
                              "actor": {"id": "dev-ann", "username": "Ann"},
                              "role": "user",
                              "reason": "",
                              "command": "command",
                              "correlation": "request",
                              "cause": {"kind": "request", "id": "request"},
                              "effects_href": "/api/mod/audit/?causation=command"
                            }],
                            "next": "0"
                          }
                        }
                        """);
    }

    @Test
    void hasNoPlaceBeforeItsFirstEvent() {
        given(history.of(any()))
                .willReturn(CompletableFuture.completedFuture(
                        Optional.of(new Told(Map.of(), -1, 0, List.of(OPENED), false))));
        get("/api/mod/history/room/game~abc/?as_of=6").expectBody().json("""
                {"state": {}, "as_of_sequence": null, "last_sequence": 0}
                """);
    }

    @Test
    void isAskedForAsOfAnInstant() {
        get("/api/mod/history/topic/t?as_of=2026-03-01T12:00:00Z");
        then(history).should().of(new Question(MOD, StreamKind.TOPIC, "t", new AsOf.At(AT), -1, 50));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "room, game~abc, game~abc",
        "conversation, dm~a~b, dm~a~b",
        "case, case~conduct~ben, case~conduct~ben",
        "case, case~conduct~ben~2, case~conduct~ben",
        "report, case~conduct~ben~2~1, case~conduct~ben",
        "member, ann, dev-ann",
        "member, dev-ben, dev-ben",
        "relation, ann, relations~dev-ann",
        "relation, relations~dev-ben, relations~dev-ben",
        "category, general, category~general",
        "classroom, chess, class~chess",
        "appeal, appeal~action~ben~1, appeal~action~ben~1",
        "look, dm~a~b, look~dm~a~b",
        "export, ann, exports~dev-ann"
    })
    void isFoundByKindAndId(String kind, String id, String stream) {
        get("/api/mod/history/" + kind + "/" + id);
        then(history).should().of(new Question(MOD, StreamKind.of(kind), stream, NOW, -1, 50));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "room, unknown-room",
        "conversation, unknown-conversation",
        "topic, unknown-topic",
        "case, unknown-case",
        "member, unknown-user",
        "relation, unknown-user",
        "category, unknown-category",
        "classroom, unknown-class",
        "appeal, unknown-appeal"
    })
    void isNotFoundWhereNothingHappened(String kind, String problem) {
        refuses("/api/mod/history/" + kind + "/x", 404, problem);
    }

    @Test
    void isForModerators() {
        given(history.of(any()))
                .willReturn(CompletableFuture.failedFuture(
                        new CommandRejected(Rejection.NOT_ALLOWED, "This is for moderators.")));
        refuses("/api/mod/history/room/game~abc", 403, "not-allowed");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"as_of=yesterday", "after=x", "limit=0", "limit=101", "limit=99999999999"})
    void hasBounds(String parameter) {
        refuses("/api/mod/history/room/game~abc?" + parameter, 422, "invalid-value");
    }

    @Test
    void isOfAKnownKind() {
        refuses("/api/mod/history/notes/x", 422, "invalid-value");
    }

    private void refuses(String address, int status, String problem) {
        assertRefused(get(address), status, problem);
    }

    private WebTestClient.ResponseSpec get(String address) {
        return as("mod", "moderator").get().uri(address).exchange();
    }
}
