package dev.parley.query.direct;

import static dev.parley.query.direct.ConversationsUnderTest.ANN;
import static dev.parley.query.direct.ConversationsUnderTest.BOB;
import static dev.parley.query.direct.ConversationsUnderTest.CID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.kernel.past.AsOf;
import dev.parley.query.PastLogForTests;
import dev.parley.query.PastReads;
import dev.parley.query.PersonView;
import dev.parley.query.Streams;
import dev.parley.query.direct.LookView.LastRead;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a moderator sees who looks at a conversation. */
class LookQueryHandlerTest {
    private static final ConversationId THEIRS = ConversationId.of(ANN, BOB);

    private final ConversationsUnderTest conversations = new ConversationsUnderTest();
    private final Talks talks = new Talks();
    private final PastLogForTests log = new PastLogForTests();
    private final LookQueryHandler looks = new LookQueryHandler(
            new DirectMessages(conversations.mongo.readModels()),
            conversations.names,
            new PastReads(log),
            asOf -> conversations.names);

    @AfterEach
    void close() {
        conversations.close();
    }

    @Test
    void isWhoSaidWhatOfTheTwoByTheirNames() {
        conversations.names.rename(ANN, "Ann");
        conversations.names.rename(BOB, "Bob");
        conversations.play(talks.say(ANN, BOB, "hello").say(CID, BOB, "hi").say(BOB, ANN, "go away"));
        LookView look = looks.handle(LookQuery.newest(THEIRS)).join();
        assertThat(look.id()).isEqualTo(THEIRS.value());
        assertThat(look.people()).containsExactlyInAnyOrder(PersonView.of(ANN, "Ann"), PersonView.of(BOB, "Bob"));
        assertThat(look.items())
                .extracting(message -> message.sender().username() + ": " + message.content())
                .containsExactly("Ann: hello", "Bob: go away");
        assertThat(look.next()).isNull();
    }

    @Test
    void isThereAlsoWhereBothHaveHiddenIt() {
        conversations.play(talks.say(ANN, BOB, "hello").hide(ANN, BOB).hide(BOB, ANN));
        assertThat(contents(looks.handle(LookQuery.newest(THEIRS)).join())).containsExactly("hello");
    }

    @Test
    void pagesBackByFiftyToTheBeginning() {
        numbered(1, 101).forEach(text -> talks.say(ANN, BOB, text));
        conversations.play(talks);
        List<List<String>> pages = new ArrayList<>();
        LookView look = looks.handle(LookQuery.newest(THEIRS)).join();
        pages.add(contents(look));
        while (look.next() != null) {
            look = looks.handle(LookQuery.before(DirectMessageId.parse(look.next()), THEIRS))
                    .join();
            pages.add(contents(look));
        }
        assertThat(pages)
                .containsExactly(numbered(52, 101).toList(), numbered(2, 51).toList(), List.of("1"));
    }

    @Test
    void leadsNowhereFromABeginningThatFillsAPage() {
        numbered(1, LookQuery.MOST).forEach(text -> talks.say(ANN, BOB, text));
        conversations.play(talks);
        LookView look = looks.handle(LookQuery.newest(THEIRS)).join();
        assertThat(look.items()).hasSize(LookQuery.MOST);
        assertThat(look.next()).isNull();
    }

    @Test
    void isEmptyBeforeTheFirstMessage() {
        conversations.play(talks.say(ANN, BOB, "hello"));
        LookView look = looks.handle(LookQuery.before(new DirectMessageId(THEIRS, 1, 1), THEIRS))
                .join();
        assertThat(look.items()).isEmpty();
        assertThat(look.next()).isNull();
    }

    @Test
    void tellsHowFarEachHasRead() {
        conversations.play(talks.say(ANN, BOB, "hello").say(ANN, BOB, "anybody there?"));
        assertThat(looks.handle(LookQuery.newest(THEIRS)).join().lastRead())
                .containsExactlyInAnyOrder(
                        new LastRead(PersonView.of(ANN, ANN.value()), Streams.START.plusSeconds(2)),
                        new LastRead(PersonView.of(BOB, BOB.value()), null));
    }

    @Test
    void asOfAnyTimeIsWhatItWasThen() {
        talks.say(ANN, BOB, "hello").read(BOB, ANN).say(ANN, BOB, "go on").say(CID, BOB, "hi");
        numbered(1, 70).forEach(text -> talks.say(ANN, BOB, text));
        talks.read(BOB, ANN).hide(BOB, ANN).say(BOB, ANN, "that will do").read(ANN, BOB);
        log.add(talks.all());
        for (int length = 1; length <= talks.all().size(); length++) {
            conversations.play(Stream.of(talks.all().get(length - 1)));
            var then =
                    log.stream(THEIRS.value(), new AsOf.Position(length - 1L)).orElseThrow();
            assertThat(looks.handle(new LookAsOf(then, Long.MAX_VALUE, LookQuery.MOST))
                            .join())
                    .as("after %d events", length)
                    .isEqualTo(looks.handle(LookQuery.newest(THEIRS)).join());
        }
    }

    @Test
    void takesNoMessageOfAnotherConversation() {
        var foreign = new DirectMessageId(ConversationId.of(ANN, CID), 1, 1);
        assertThatThrownBy(() -> LookQuery.before(foreign, THEIRS)).isInstanceOf(InvalidValue.class);
    }

    private static Stream<String> numbered(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString);
    }

    private static List<String> contents(LookView look) {
        return look.items().stream().map(DirectMessageView::content).toList();
    }
}
