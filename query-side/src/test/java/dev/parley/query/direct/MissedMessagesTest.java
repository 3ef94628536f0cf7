package dev.parley.query.direct;

import static dev.parley.query.direct.ConversationsUnderTest.ANN;
import static dev.parley.query.direct.ConversationsUnderTest.BOB;
import static dev.parley.query.direct.ConversationsUnderTest.CID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.member.UserId;
import dev.parley.query.direct.ConversationQuery.MissedMessages;
import dev.parley.query.direct.MissedView.Missed;
import dev.parley.query.direct.MissedView.Missed.Read;
import dev.parley.query.direct.MissedView.Missed.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MissedMessagesTest {
    private final ConversationsUnderTest conversations = new ConversationsUnderTest();
    private final Talks talks = new Talks();

    @AfterEach
    void close() {
        conversations.close();
    }

    @Test
    void comeInTheOrderOfTheLogWithWhoReadWhat() {
        talks.say(ANN, BOB, "seen").say(CID, ANN, "seen too");
        long seen = talks.position();
        talks.say(BOB, ANN, "1")
                .read(CID, ANN)
                .say(CID, ANN, "2")
                .say(BOB, CID, "not hers")
                .read(ANN, BOB)
                .say(CID, ANN, "3");
        conversations.play(talks);
        assertThat(told(missed(ANN, seen, 500).entries())).containsExactly("1", "2", ANN + " read up to 2", "3");
        assertThat(missed(ANN, talks.position(), 500)).isEqualTo(new MissedView(List.of(), false));
        assertThat(told(missed(ANN, -1, 500).entries()))
                .containsExactly("seen", "seen too", "1", "2", ANN + " read up to 2", "3");
    }

    @Test
    void tellOnceThatSomebodyReadOfAllThatTheyRead() {
        talks.say(ANN, BOB, "1").read(BOB, ANN).say(ANN, BOB, "2").read(BOB, ANN);
        conversations.play(talks);
        assertThat(told(missed(ANN, 0, 500).entries())).containsExactly("1", "2", BOB + " read up to 2");
    }

    @Test
    void comePageByPageWithoutAGap() {
        IntStream.rangeClosed(1, 300).forEach(number -> {
            talks.say(BOB, ANN, "bob " + number);
            if (number % 3 == 0) {
                talks.say(CID, ANN, "cid " + number);
            }
            if (number % 100 == 0) {
                talks.read(ANN, CID);
            }
        });
        conversations.play(talks);
        for (long after : List.of(-1L, 0L, 7L, 150L, 350L, 395L)) {
            List<Missed> all = new ArrayList<>();
            MissedView page = missed(ANN, after, 7);
            all.addAll(page.entries());
            while (page.more()) {
                page = missed(ANN, all.getLast().position(), 7);
                all.addAll(page.entries());
            }
            assertThat(written(all)).isEqualTo(writtenAfter(after));
            assertThat(all).extracting(Missed::position).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void areFoundInALongConversation() {
        IntStream.rangeClosed(1, 5_000).forEach(number -> talks.say(BOB, ANN, "n" + number));
        conversations.play(talks);
        assertThat(told(missed(ANN, 5, 3).entries())).containsExactly("n6", "n7", "n8");
        assertThat(told(missed(ANN, 3_777, 2).entries())).containsExactly("n3778", "n3779");
        assertThat(missed(ANN, 4_990, 10).more()).isFalse();
        assertThat(missed(ANN, 4_989, 10).more()).isTrue();
    }

    @Test
    void endWhereTheInboxEndsAlthoughMoreIsStored() {
        talks.say(BOB, ANN, "1").say(CID, ANN, "2");
        conversations.play(talks);
        List<Document> inboxes = conversations.mongo.documents("inboxes");
        talks.say(BOB, ANN, "3").read(ANN, CID).say(CID, ANN, "4");
        conversations.play(talks);
        inboxes.forEach(inbox -> conversations
                .mongo
                .writtenDatabase()
                .getCollection("inboxes")
                .replaceOne(new Document("_id", inbox.get("_id")), inbox));

        assertThat(told(missed(ANN, -1, 500).entries())).containsExactly("1", "2");
    }

    @Test
    void areOneToFiveHundredAtOnce() {
        assertThatThrownBy(() -> missed(ANN, 0, 0)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> missed(ANN, 0, 501)).isInstanceOf(InvalidValue.class);
    }

    private MissedView missed(UserId viewer, long after, int limit) {
        return conversations
                .missed
                .handle(new MissedMessages(viewer, after, limit))
                .join();
    }

    private static List<String> told(List<Missed> entries) {
        return entries.stream()
                .map(entry -> switch (entry) {
                    case Written written -> written.message().content();
                    case Read read -> read.reader() + " read up to " + read.upTo();
                })
                .toList();
    }

    private static List<Long> written(List<Missed> entries) {
        return entries.stream()
                .filter(Written.class::isInstance)
                .map(Missed::position)
                .toList();
    }

    private List<Long> writtenAfter(long position) {
        return talks.from(position + 1)
                .filter(event -> event.getPayload() instanceof DirectMessageSent)
                .map(event -> event.trackingToken().position().orElseThrow())
                .toList();
    }
}
