package dev.parley.query.direct;

import static dev.parley.query.direct.ConversationsUnderTest.ANN;
import static dev.parley.query.direct.ConversationsUnderTest.BOB;
import static dev.parley.query.direct.ConversationsUnderTest.CID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Streams;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationProjectionTest {
    private static final UserId DEE = new UserId("dee");
    private static final UserId EVE = new UserId("eve");

    private final ConversationsUnderTest conversations = new ConversationsUnderTest();

    @AfterEach
    void close() {
        conversations.close();
    }

    @Test
    void storesMessagesTheirConversationAndTheInboxOfEach() {
        conversations.play(new Talks().say(DEE, EVE, "hello").read(EVE, DEE));

        assertThat(conversations.mongo.documents("direct_messages"))
                .containsExactly(
                        new Document("_id", "dm~dee~eve")
                                .append("sequence", 2L)
                                .append("last", 1L)
                                .append(
                                        "read",
                                        new Document("dee", latest(1, mark(1, 1)))
                                                .append("eve", latest(2, mark(1, 2)))),
                        new Document("_id", "dm~dee~eve~1")
                                .append("conversation", "dm~dee~eve")
                                .append("number", 1L)
                                .append("sequence", 1L)
                                .append("sender", "dee")
                                .append("content", new PersonalText(new UserId("dee"), "hello"))
                                .append("at", at(1))
                                .append("position", 1L));
        assertThat(conversations.mongo.documents("inboxes"))
                .containsExactly(
                        new Document("_id", "dee")
                                .append(
                                        "with",
                                        new Document(
                                                "eve",
                                                new Document("last", latest(1, at(1)))
                                                        .append("position", 2L)
                                                        .append("heard", 0L))),
                        new Document("_id", "eve")
                                .append(
                                        "with",
                                        new Document(
                                                "dee",
                                                new Document("last", latest(1, at(1)))
                                                        .append("position", 2L)
                                                        .append("theirs", 1L)
                                                        .append("heard", 1L))));
    }

    @Test
    void storesTheSameWhateverTheBatches() {
        conversations.play(everything());
        List<Document> messages = conversations.mongo.documents("direct_messages");
        List<Document> inboxes = conversations.mongo.documents("inboxes");
        conversations.mongo.drop("direct_messages", "inboxes");
        assertThat(conversations.mongo.documents("direct_messages")).isEmpty();
        assertThat(conversations.mongo.documents("inboxes")).isEmpty();

        everything().all().forEach(event -> conversations.play(Stream.of(event)));

        assertThat(conversations.mongo.documents("direct_messages")).isEqualTo(messages);
        assertThat(conversations.mongo.documents("inboxes")).isEqualTo(inboxes);
    }

    @Test
    void staysTheSameWhenEverythingComesTwiceAndAnOldBatchAgain() {
        conversations.play(everything());
        List<Document> messages = conversations.mongo.documents("direct_messages");
        List<Document> inboxes = conversations.mongo.documents("inboxes");

        conversations.play(everything());
        conversations.play(everything().from(1).limit(6));
        conversations.play(everything().from(4).limit(1));

        assertThat(conversations.mongo.documents("direct_messages")).isEqualTo(messages);
        assertThat(conversations.mongo.documents("inboxes")).isEqualTo(inboxes);
    }

    private static Talks everything() {
        return new Talks()
                .say(ANN, BOB, "one")
                .say(ANN, BOB, "two")
                .read(BOB, ANN)
                .say(CID, ANN, "three")
                .hide(ANN, BOB)
                .say(BOB, ANN, "four")
                .read(ANN, BOB)
                .hide(BOB, ANN)
                .say(ANN, CID, "five");
    }

    private static Document mark(long upTo, long position) {
        return new Document("up_to", upTo).append("at", at(position)).append("position", position);
    }

    private static Document latest(long since, Object value) {
        return new Document("since", since).append("value", value);
    }

    private static Date at(long position) {
        return Date.from(Streams.START.plusSeconds(position));
    }
}
