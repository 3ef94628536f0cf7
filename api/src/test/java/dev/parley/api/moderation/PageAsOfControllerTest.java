package dev.parley.api.moderation;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.isA;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.api.ApiTest;
import dev.parley.command.CommandRejected;
import dev.parley.command.Outcome;
import dev.parley.command.moderation.LookCommand.LookAtConversation;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.StreamKind;
import dev.parley.kernel.past.AsOf;
import dev.parley.kernel.past.PastStream;
import dev.parley.kernel.room.MessageId;
import dev.parley.query.Page;
import dev.parley.query.PersonView;
import dev.parley.query.direct.DirectMessageView;
import dev.parley.query.direct.LookAsOf;
import dev.parley.query.direct.LookView;
import dev.parley.query.member.MemberQuery.FindMemberAsOf;
import dev.parley.query.member.MemberView;
import dev.parley.query.relations.RelationView;
import dev.parley.query.relations.RelationsQuery.FindRelationAsOf;
import dev.parley.query.room.message.MessageQuery.ListMessagesAsOf;
import dev.parley.query.room.message.MessageQuery.Span;
import dev.parley.query.room.message.MessageView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.responsetypes.ResponseType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentMatchers;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Pages as of a time over HTTP. */
class PageAsOfControllerTest extends ApiTest {
    private static final Actor MOD = Actor.of(new UserId("dev-mod"), Role.MODERATOR);
    private static final UserId ANN = new UserId("dev-ann");
    private static final AsOf THEN = new AsOf.Position(7);
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final PastStream ROOM = new PastStream("game~abc", THEN, 5);
    private static final PastStream TALK = new PastStream("dm~dev-ann~dev-ben", THEN, 3);
    private static final String PAGE_OF_TALK = "/api/mod/history/conversation/dm~dev-ann~dev-ben/page?as_of=7";

    @BeforeEach
    void somethingWasThere() {
        given(history.stream(any(), any(), any(), any()))
                .willReturn(CompletableFuture.completedFuture(Optional.empty()));
        was(StreamKind.ROOM, ROOM);
        was(StreamKind.CONVERSATION, TALK);
        given(usernames.findHolder(any())).willReturn(Optional.empty());
        given(usernames.findHolder(new Username("ann"))).willReturn(Optional.of(ANN));
    }

    @Test
    void ofARoomIsAPageOfItsLines() {
        var line = new MessageView("game~abc~1~1", "game~abc", PersonView.of(ANN, "Ann"), "hi", AT, false, null, false);
        given(queries.query(isA(ListMessagesAsOf.class), ArgumentMatchers.<ResponseType<Page<MessageView>>>any()))
                .willReturn(CompletableFuture.completedFuture(new Page<>(List.of(line), null)));
        get("/api/mod/history/room/game~abc/page?as_of=7&before=game~abc~2~3&limit=9")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"items":[{"id":"game~abc~1~1","room_id":"game~abc","user":{"id":"dev-ann","username":"Ann"},\
                        "content":"hi","created_at":"2026-03-01T12:00:00.000Z","is_deleted":false}],"next":null}""");
        then(queries)
                .should()
                .query(
                        ArgumentMatchers.eq(
                                new ListMessagesAsOf(ROOM, new Span.Before(MessageId.parse("game~abc~2~3")), 9)),
                        ArgumentMatchers.<ResponseType<Page<MessageView>>>any());
    }

    @Test
    void ofAPersonIsTheirProfileAsItWasToTheCaller() {
        var person = new PastStream("dev-ann", THEN, 0);
        was(StreamKind.MEMBER, person);
        given(queries.query(new FindMemberAsOf(person), MemberView.class))
                .willReturn(CompletableFuture.completedFuture(new MemberView("dev-ann", "Ann", AT)));
        given(queries.query(new FindRelationAsOf(MOD.id(), ANN, THEN), RelationView.class))
                .willReturn(CompletableFuture.completedFuture(new RelationView(true, false)));
        get("/api/mod/history/member/ann/page?as_of=7")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"id":"dev-ann","username":"Ann","joined_at":"2026-03-01T12:00:00.000Z",\
                        "relation":{"following":true,"blocking":false}}""");
    }

    @Test
    void ofAConversationIsShownOnceTheLogSaysSo() {
        var message = new DirectMessageView(TALK.id() + "~4~6", PersonView.of(ANN, "Ann"), "hi", AT);
        var look = new LookView(TALK.id(), List.of(), List.of(), List.of(message), null);
        given(queries.query(new LookAsOf(TALK, 5, 50), LookView.class))
                .willReturn(CompletableFuture.completedFuture(look));
        given(commands.send(any(), any())).willReturn(CompletableFuture.completedFuture(new Outcome(List.of(), 9)));
        get(PAGE_OF_TALK + "&before=" + TALK.id() + "~5~7&case=case~conduct~dev-ann~1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].content")
                .isEqualTo("hi");
        var told = new LookAtConversation(
                MOD,
                new ConversationId(TALK.id()),
                Optional.of(CaseId.parse("case~conduct~dev-ann~1")),
                OptionalLong.of(5),
                "");
        then(commands).should().send(ArgumentMatchers.eq(told), any());
        given(commands.send(isA(LookAtConversation.class), any()))
                .willReturn(CompletableFuture.failedFuture(
                        new CommandRejected(Rejection.INQUIRY_LOST, "You do not hold this case now.")));
        refuses(PAGE_OF_TALK + "&before=" + TALK.id() + "~5~7&case=case~conduct~dev-ann~1", 409, "inquiry-lost");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "room/nowhere, 404, unknown-room",
        "topic/nowhere, 404, unknown-topic",
        "conversation/dm~a~b, 404, unknown-conversation",
        "member/nobody, 404, unknown-user"
    })
    void isNotFoundWhereThereWasNone(String address, int status, String problem) {
        refuses("/api/mod/history/" + address + "/page?as_of=7", status, problem);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "as_of=yesterday",
        "as_of=7&limit=0",
        "as_of=7&limit=101",
        "as_of=7&before=x",
        "as_of=7&before=game~other~2~3",
        "as_of=7&before=game~abc~2~3&after=game~abc~1~1"
    })
    void hasBounds(String parameters) {
        refuses("/api/mod/history/room/game~abc/page?" + parameters, 422, "invalid-value");
    }

    @Test
    void isForModerators() {
        given(history.stream(any(), any(), any(), any()))
                .willReturn(CompletableFuture.failedFuture(
                        new CommandRejected(Rejection.NOT_ALLOWED, "This is for moderators.")));
        refuses("/api/mod/history/room/game~abc/page", 403, "not-allowed");
    }

    private void was(StreamKind kind, PastStream stream) {
        given(history.stream(MOD, kind, stream.id(), THEN))
                .willReturn(CompletableFuture.completedFuture(Optional.of(stream)));
    }

    private void refuses(String address, int status, String problem) {
        assertRefused(get(address), status, problem);
    }

    private WebTestClient.ResponseSpec get(String address) {
        return as("mod", "moderator").get().uri(address).exchange();
    }
}
