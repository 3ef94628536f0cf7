package dev.parley.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SealedTextsTest {
    private static final PersonalText HELLO = new PersonalText(new UserId("ann"), "hello ♞");

    private final MongoForTests mongo = new MongoForTests();

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void areReadAsTheyWereWrittenWhereverInADocumentTheyAre() {
        Document all = new Document("_id", "one")
                .append("text", HELLO)
                .append("nested", new Document("text", HELLO))
                .append("list", List.of(HELLO, new Document("text", HELLO)));

        texts().insertOne(all);

        assertThat(texts().find().first()).isEqualTo(all);
    }

    @Test
    void areNoTextInTheStore() {
        texts().insertOne(new Document("_id", "one").append("text", HELLO));

        try (var plain = MongoClients.create(mongo.address())) {
            Document stored =
                    plain.getDatabase("parley").getCollection("texts").find().first();
            assertThat(new String(stored.get("text", Binary.class).getData(), UTF_8))
                    .contains("ann")
                    .doesNotContain("hello");
        }
    }

    @Test
    void areSetOnceBySequenceHoweverOftenTheirEventComes() {
        var later = new PersonalText(HELLO.owner(), "later");
        for (int i = 0; i < 2; i++) {
            set(2, later);
            set(1, HELLO);
        }

        assertThat(Latest.read(texts().find().first(), "text", PersonalText.class))
                .contains(later);
    }

    @Test
    void leaveOtherBinariesAlone() {
        var token = new Binary("{\"index\":7}".getBytes(UTF_8));
        texts().insertOne(new Document("_id", "one").append("token", token));

        assertThat(texts().find().first().get("token")).isEqualTo(token);
    }

    private void set(long sequence, PersonalText text) {
        texts().updateOne(Filters.eq("one"), Latest.set("text", sequence, text), new UpdateOptions().upsert(true));
    }

    private MongoCollection<Document> texts() {
        return mongo.writtenDatabase().getCollection("texts");
    }
}
