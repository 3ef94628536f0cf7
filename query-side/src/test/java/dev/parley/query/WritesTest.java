package dev.parley.query;

import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Contract
class WritesTest {
    private final MongoForTests mongo = new MongoForTests();
    private final Writes writes = mongo.writes();

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void goOutInTheOrderInWhichTheyWereAdded() {
        batch(
                () -> writes.add("things", "a", push("steps", 1)),
                () -> writes.addLatest("things", "a", push("steps", 2)),
                () -> writes.add("things", "a", push("steps", 3)));
        assertThat(steps("a")).containsExactly(1, 2, 3);
    }

    @Test
    void leaveOutWhatTheLatestOfTheSameDocumentSaysAgain() {
        batch(
                () -> writes.addLatest("things", "a", push("steps", 1)),
                () -> writes.addLatest("things", "b", push("steps", 7)),
                () -> writes.addLatest("things", "a", push("steps", 2)),
                () -> writes.addLatest("things", "a", push("steps", 3)));
        assertThat(steps("a")).containsExactly(3);
        assertThat(steps("b")).containsExactly(7);
    }

    @Test
    void keepWhatCameBeforeAnotherChangeOfTheSameDocument() {
        batch(
                () -> writes.addLatest("things", "a", push("steps", 1)),
                () -> writes.add("things", "a", push("steps", 2)),
                () -> writes.addLatest("things", "a", push("steps", 3)));
        assertThat(steps("a")).containsExactly(1, 2, 3);
    }

    @Test
    void raiseTheFieldsOfADocumentAtOnce() {
        batch(() -> writes.raise("things", "a", new Document("x", 5L).append("list.y", 1L)));
        batch(
                () -> writes.raise("things", "a", new Document("x", 3L)),
                () -> writes.raise("things", "a", new Document("list.y", 2L)),
                () -> writes.raise("things", "a", new Document("x", 4L).append("list.z", 1L)));
        assertThat(mongo.documents("things"))
                .containsExactly(
                        new Document("_id", "a").append("x", 5L).append("list", new Document("y", 2L).append("z", 1L)));
    }

    @Test
    void leaveADocumentThatWasInsertedBeforeAsItIs() {
        batch(() -> writes.insert("things", new Document("_id", "a").append("text", "first")));
        batch(
                () -> writes.insert("things", new Document("_id", "a").append("text", "second")),
                () -> writes.insert("things", new Document("_id", "b").append("text", "third")),
                () -> writes.add("things", "a", set("seen", true)));
        assertThat(mongo.documents("things"))
                .containsExactly(
                        new Document("_id", "a").append("text", "first").append("seen", true),
                        new Document("_id", "b").append("text", "third"));
    }

    @Test
    void areNotSentWhenTheirBatchFails() {
        assertThatThrownBy(() -> batch(() -> writes.add("things", "a", push("steps", 1)), () -> {
                    throw new IllegalArgumentException("poison");
                }))
                .hasRootCauseMessage("poison");
        assertThat(mongo.documents("things")).isEmpty();
    }

    @Test
    void failTheirBatchWhenOneOfThemIsRefused() {
        assertThatThrownBy(() -> batch(
                        () -> writes.add("things", "a", set("steps", "no array")),
                        () -> writes.add("things", "a", push("steps", 1))))
                .hasRootCauseInstanceOf(com.mongodb.MongoBulkWriteException.class);
    }

    private List<Object> steps(String id) {
        return mongo.documents("things").stream()
                .filter(thing -> thing.getString("_id").equals(id))
                .flatMap(thing -> thing.getList("steps", Object.class).stream())
                .toList();
    }

    private void batch(Runnable... events) {
        mongo.play(Streams.stream("a", Arrays.asList(events)).stream(), (event, message) -> ((Runnable) event).run());
    }
}
