package dev.parley.query.direct;

import static dev.parley.query.direct.ConversationsUnderTest.ANN;
import static dev.parley.query.direct.ConversationsUnderTest.BOB;
import static dev.parley.query.direct.ConversationsUnderTest.CID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Page;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.direct.ConversationQuery.ListConversations;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ConversationListTest {
    private final ConversationsUnderTest conversations = new ConversationsUnderTest();
    private final Talks talks = new Talks();

    @BeforeEach
    void findsNoText() {
        given(conversations.search.conversations(any(), any(), any()))
                .willReturn(CompletableFuture.completedFuture(Set.of()));
    }

    @AfterEach
    void close() {
        conversations.close();
    }

    @Test
    void showsEachWithItsLastMessage() {
        conversations.play(talks.say(ANN, CID, "hello").say(ANN, CID, "there?"));
        Page<ConversationView> page = list(CID, "");
        assertThat(page.next()).isNull();
        assertThat(JsonMapper.shared().writeValueAsString(page.items())).isEqualTo("""
                        [{"id":"dm~1~ann.of$green.gables",\
                        "with":{"id":"ann.of$green.gables","username":"ann.of$green.gables"},\
                        "last_message":{"id":"dm~1~ann.of$green.gables~2~2",\
                        "sender":{"id":"ann.of$green.gables","username":"ann.of$green.gables"},"content":"there?",\
                        "created_at":"2026-03-01T12:00:02.123Z"},\
                        "unread":2,"updated_at":"2026-03-01T12:00:02.123Z"}]""");
    }

    @Test
    void isEmptyBeforeTheFirstMessage() {
        assertThat(list(ANN, "").items()).isEmpty();
    }

    @Test
    void bringsTheFiftyLatestNewestFirst() {
        IntStream.range(0, 60).forEach(number -> talks.say(person(number), ANN, "hello"));
        conversations.play(talks.say(ANN, person(3), "hello back"));
        List<String> partners = partners(ANN, "");
        assertThat(partners).hasSize(50).startsWith("p3", "p59", "p58").endsWith("p11");
    }

    @Test
    void leavesOutWhatIsHiddenUntilTheNextMessageAndPeopleWhoAreNotWanted() {
        conversations.play(talks.say(BOB, ANN, "1").say(CID, ANN, "2").hide(ANN, BOB));
        assertThat(partners(ANN, "")).containsExactly(CID.value());
        assertThat(partners(ANN, "", CID)).isEmpty();
        assertThat(partners(BOB, "")).containsExactly(ANN.value());
        conversations.play(talks.say(ANN, BOB, "3"));
        assertThat(partners(ANN, "")).containsExactly(BOB.value(), CID.value());
    }

    @Test
    void findsOlderOnesByTheBeginningOfAUsername() {
        talks.say(BOB, ANN, "old");
        IntStream.range(0, 60).forEach(number -> talks.say(person(number), ANN, "hello"));
        conversations.play(talks);
        conversations.names.rename(BOB, "Bob.Smith");
        assertThat(partners(ANN, " bOB.s ")).containsExactly(BOB.value());
        assertThat(partners(ANN, "smith")).isEmpty();
        assertThat(partners(ANN, "p")).hasSize(50).startsWith("p59");
        assertThat(partners(ANN, "bob", BOB)).isEmpty();
    }

    @Test
    void findsOlderOnesByText() {
        given(conversations.search.conversations(ANN, "queen", Set.of(CID)))
                .willReturn(CompletableFuture.completedFuture(
                        Set.of(ConversationId.of(ANN, BOB), ConversationId.of(ANN, person(0)))));
        conversations.play(
                talks.say(BOB, ANN, "the queen").say(person(1), ANN, "no").hide(ANN, person(1)));
        assertThat(partners(ANN, "queen", CID)).containsExactly(BOB.value());
    }

    @Test
    void failsWhileSearchIsAwayOnlyWhenItIsNeeded() {
        given(conversations.search.conversations(any(), any(), any()))
                .willReturn(CompletableFuture.failedFuture(new SearchUnavailable("away", null)));
        conversations.play(talks.say(BOB, ANN, "hello"));
        assertThat(partners(ANN, "")).containsExactly(BOB.value());
        assertThatThrownBy(() -> list(ANN, "hello")).hasCauseInstanceOf(SearchUnavailable.class);
        then(conversations.search).should().conversations(ANN, "hello", Set.of());
    }

    @Test
    void takesTwoHundredCharactersToLookFor() {
        assertThat(list(ANN, "x".repeat(200)).items()).isEmpty();
        assertThatThrownBy(() -> list(ANN, "x".repeat(201))).isInstanceOf(InvalidValue.class);
    }

    private List<String> partners(UserId viewer, String q, UserId... without) {
        return list(viewer, q, without).items().stream()
                .map(conversation -> conversation.with().id())
                .toList();
    }

    private Page<ConversationView> list(UserId viewer, String q, UserId... without) {
        return conversations
                .lists
                .handle(new ListConversations(viewer, q, Set.of(without)))
                .join();
    }

    private static UserId person(int number) {
        return new UserId("p" + number);
    }
}
