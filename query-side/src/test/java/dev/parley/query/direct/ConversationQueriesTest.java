package dev.parley.query.direct;

import static dev.parley.query.direct.ConversationsUnderTest.ANN;
import static dev.parley.query.direct.ConversationsUnderTest.BOB;
import static dev.parley.query.direct.ConversationsUnderTest.CID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.ReadRefused;
import dev.parley.query.direct.ConversationQuery.CountUnread;
import dev.parley.query.direct.ConversationQuery.FindConversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ConversationQueriesTest {
    private static final ConversationId THEIRS = ConversationId.of(ANN, BOB);

    private final ConversationsUnderTest conversations = new ConversationsUnderTest();
    private final Talks talks = new Talks();

    @AfterEach
    void close() {
        conversations.close();
    }

    @Test
    void findAConversationAsEachOfTheTwoSeesIt() {
        conversations.names.rename(ANN, "Ann");
        conversations.names.rename(BOB, "Bob");
        conversations.play(talks.say(ANN, BOB, "hello").read(BOB, ANN).say(ANN, BOB, "there?"));
        assertThat(JsonMapper.shared().writeValueAsString(newest(ANN, 10))).isEqualTo("""
                        {"id":"dm~$bob.~ann.of$green.gables","with":{"id":"$bob.","username":"Bob"},\
                        "last_read":{"me":"2026-03-01T12:00:03.123Z","them":"2026-03-01T12:00:02.123Z"},\
                        "items":[{"id":"dm~$bob.~ann.of$green.gables~1~1",\
                        "sender":{"id":"ann.of$green.gables","username":"Ann"},"content":"hello",\
                        "created_at":"2026-03-01T12:00:01.123Z"},\
                        {"id":"dm~$bob.~ann.of$green.gables~2~3",\
                        "sender":{"id":"ann.of$green.gables","username":"Ann"},"content":"there?",\
                        "created_at":"2026-03-01T12:00:03.123Z"}],"next":null}""");
        assertThat(newest(BOB, 10).with().username()).isEqualTo("Ann");
    }

    @Test
    void findThatOneOfThemNeverRead() {
        conversations.play(talks.say(ANN, BOB, "hello"));
        assertThat(JsonMapper.shared().writeValueAsString(newest(BOB, 10).lastRead()))
                .isEqualTo("{\"me\":null,\"them\":\"2026-03-01T12:00:01.123Z\"}");
    }

    @Test
    void knowNoConversationOfOthersNorOneThatNobodyBegan() {
        conversations.play(talks.say(ANN, BOB, "hello"));
        assertUnknown(FindConversation.newest(THEIRS, CID, 10));
        assertUnknown(FindConversation.newest(ConversationId.of(ANN, CID), ANN, 10));
    }

    @Test
    void pageBackToTheBeginning() {
        IntStream.rangeClosed(1, 25)
                .forEach(number -> talks.say(number % 2 == 0 ? ANN : BOB, number % 2 == 0 ? BOB : ANN, "n" + number));
        conversations.play(talks);
        List<String> contents = new ArrayList<>();
        ConversationPageView page = newest(ANN, 10);
        add(contents, page);
        while (page.next() != null) {
            var before = FindConversation.before(DirectMessageId.parse(page.next()), THEIRS, ANN, 10);
            page = conversations.queries.handle(before).join();
            add(contents, page);
        }
        assertThat(contents)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25)
                        .mapToObj(number -> "n" + number)
                        .toList());
    }

    @Test
    void haveNothingBeforeTheFirstMessage() {
        conversations.play(talks.say(ANN, BOB, "hello"));
        ConversationPageView page = conversations
                .queries
                .handle(new FindConversation(THEIRS, ANN, 1, 10))
                .join();
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isNull();
    }

    @Test
    void takeOneToAHundredMessagesAndIdsOfTheSameConversation() {
        var foreign = new DirectMessageId(ConversationId.of(ANN, CID), 1, 1);
        assertThatThrownBy(() -> FindConversation.newest(THEIRS, ANN, 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> FindConversation.newest(THEIRS, ANN, 101)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> FindConversation.before(foreign, THEIRS, ANN, 10))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void countWhatOthersWroteSinceOneReadOrWrote() {
        assertThat(unread(BOB)).isZero();
        happen(() -> talks.say(ANN, BOB, "1").say(ANN, BOB, "2").say(CID, BOB, "3"));
        assertThat(unread(BOB)).isEqualTo(3);
        assertThat(unread(ANN)).isZero();
        happen(() -> talks.read(BOB, ANN));
        assertThat(unread(BOB)).isEqualTo(1);
        happen(() -> talks.say(ANN, BOB, "4").say(ANN, BOB, "5").say(BOB, CID, "6"));
        assertThat(unread(BOB)).isEqualTo(2);
        assertThat(unread(CID)).isEqualTo(1);
        assertThat(unread(BOB, ANN)).isZero();
    }

    @Test
    void countNothingOfWhatIsHiddenUntilTheNextMessage() {
        happen(() -> talks.say(ANN, BOB, "1").hide(BOB, ANN));
        assertThat(unread(BOB)).isZero();
        happen(() -> talks.say(ANN, BOB, "2"));
        assertThat(unread(BOB)).isEqualTo(2);
    }

    private void happen(Runnable events) {
        long from = talks.position() + 1;
        events.run();
        conversations.play(talks.from(from));
    }

    private long unread(UserId person, UserId... without) {
        return conversations
                .queries
                .handle(new CountUnread(person, Set.of(without)))
                .join()
                .unread();
    }

    private ConversationPageView newest(UserId viewer, int limit) {
        return conversations
                .queries
                .handle(FindConversation.newest(THEIRS, viewer, limit))
                .join();
    }

    private static void add(List<String> contents, ConversationPageView older) {
        contents.addAll(
                0, older.items().stream().map(DirectMessageView::content).toList());
    }

    private void assertUnknown(FindConversation query) {
        assertThatThrownBy(() -> conversations.queries.handle(query).join())
                .cause()
                .isInstanceOfSatisfying(
                        ReadRefused.class,
                        refused -> assertThat(refused.rule()).isEqualTo(Rejection.UNKNOWN_CONVERSATION));
    }
}
