package dev.parley.api.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.parley.kernel.operations.ProjectionEvent.RetryRequested;
import dev.parley.kernel.operations.ProjectionEvent.SkipRequested;
import dev.parley.load.ApiClient;
import dev.parley.load.ApiClient.Answer;
import dev.parley.load.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody's notices were damaged, so that MongoDB refuses the next; admins see that, and have it handled again. */
class DeadLettersOverHttpTest {
    private static final String LETTERS = "/api/admin/projections/notices/dead-letters/";
    private static final String WHY = "{\"reason\":\"the row is mended\"}";
    private static final String PROJECTION = "projection~notices";
    private static final int ACCEPTED = 202;
    private static final int TRIES = 2_000;

    private final Stack stack = Stack.running();
    private final ApiClient api = new ApiClient(stack.port());
    private Person admin;
    private Person moderator;
    private Person ben;
    private Person cid;

    @BeforeEach
    void damage() throws IOException {
        admin = api.token(UUID.randomUUID().toString(), "admin");
        moderator = api.token(UUID.randomUUID().toString(), "moderator");
        ben = stack.person();
        cid = stack.person();
        notices().insertOne(new Document("_id", ben.id()).append("entries", "damaged"));
        warn(ben, "first");
        warn(cid, "another");
        warn(ben, "second");
        eventually(() -> letters().size() == 2);
    }

    @AfterEach
    void close() throws IOException {
        api.close();
    }

    @Test
    void areListedAndShownWithTheirEvents() throws IOException {
        assertThat(letters())
                .extracting(letter -> letter.path("waiting").asBoolean())
                .containsExactly(false, true);
        assertThat(entries(cid)).isEqualTo(1);
        JsonNode first = letters().getFirst();
        assertThat(first.path("stream").asString()).isEqualTo(ben.id());
        assertThat(first.at("/failure/error").asString()).isEqualTo("store-refuses");
        Answer inspected = get(LETTERS + first.path("id").asString());
        assertThat(inspected.body().at("/event/type").asString()).isEqualTo("MemberWarned");
        assertThat(inspected.body().at("/event/reason").asString()).isEqualTo("first");
        assertThat(get(LETTERS + "?limit=1").body().path("next").asString())
                .isEqualTo(first.path("id").asString());
        eventually(() -> get("/api/admin/projections/notices")
                        .body()
                        .path("dead_letters")
                        .asInt()
                == 2);
        eventually(
                () -> get("/api/admin/projections/notices").body().path("lag").asInt() == 0);
    }

    @Test
    void areHandledInOrderOnceTheRowIsMended() throws IOException {
        String last = letters().getLast().path("id").asString();
        mend();
        assertThat(ask(LETTERS + last + "/retry", "k1", WHY).status()).isEqualTo(ACCEPTED);
        eventually(() -> letters().isEmpty());
        assertThat(entries(ben)).isEqualTo(2);
        assertThat(ask(LETTERS + last + "/retry", "k1", WHY).status()).isEqualTo(ACCEPTED);
        assertThat(ask(LETTERS + last + "/retry", "k2", WHY).problem()).isEqualTo("unknown-dead-letter");
        assertThat(ask(LETTERS + "retry", "k3", WHY).problem()).isEqualTo("unknown-dead-letter");
        assertThat(stack.events(PROJECTION, RetryRequested.class)).isNotEmpty();
    }

    @Test
    void areSkippedForAReasonTheFirstOfAStreamFirst() throws IOException {
        String first = letters().getFirst().path("id").asString();
        String second = letters().getLast().path("id").asString();
        assertThat(ask(LETTERS + first + "/skip", "s1", "{}").problem()).isEqualTo("invalid-value");
        assertThat(ask(LETTERS + second + "/skip", "s2", WHY).problem()).isEqualTo("waits-behind-another");
        mend();
        assertThat(ask(LETTERS + first + "/skip", "s3", WHY).status()).isEqualTo(ACCEPTED);
        eventually(() -> letters().isEmpty());
        assertThat(entries(ben)).isEqualTo(1);
        assertThat(ask(LETTERS + first + "/skip", "s3", WHY).status()).isEqualTo(ACCEPTED);
        assertThat(stack.events(PROJECTION, SkipRequested.class)).hasSize(1);
    }

    /** The first request is what would keep the second from being taken. */
    @Test
    void aRebuildThatIsAskedForTwiceUnderOneKeyIsAnsweredTwiceAlike() throws IOException {
        mend();
        ask(LETTERS + "retry", "r0", WHY);
        eventually(() -> letters().isEmpty());
        String rebuild = "/api/admin/projections/notices/rebuild";
        String manual = "{\"reason\":\"to see it\",\"switch\":\"manual\"}";
        Answer asked = ask(rebuild, "r1", manual);
        assertThat(asked.status()).isEqualTo(ACCEPTED);
        Answer again = ask(rebuild, "r1", manual);
        assertThat(again.status()).isEqualTo(ACCEPTED);
        assertThat(again.position()).isEqualTo(asked.position());
        assertThat(ask(rebuild, "r1", WHY).problem()).isEqualTo("idempotency-key-reused");
        assertThat(ask(rebuild, "r2", manual).problem()).isEqualTo("rebuild-under-way");
        assertThat(ask("/api/admin/projections/notices/cancel", "r3", WHY).status())
                .isEqualTo(ACCEPTED);
    }

    private void mend() {
        notices().deleteOne(Filters.eq(ben.id()));
    }

    private MongoCollection<Document> notices() {
        return stack.part(MongoDatabase.class).getCollection("notices");
    }

    private int entries(Person person) {
        Document found = notices().find(Filters.eq(person.id())).first();
        return found == null ? 0 : found.getList("entries", Document.class).size();
    }

    private void warn(Person person, String reason) throws IOException {
        String body = "{\"action_type\":\"warning\",\"reason\":\"" + reason + "\"}";
        api.send("POST", "/api/mod/users/" + person.username() + "/actions/", moderator, body)
                .orFail("a warning");
    }

    /** Those of Ben's stream. */
    private List<JsonNode> letters() {
        return StreamSupport.stream(
                        get(LETTERS + "?limit=100").body().path("items").spliterator(), false)
                .filter(letter -> letter.path("stream").asString().equals(ben.id()))
                .toList();
    }

    private Answer get(String path) {
        try {
            return api.get(admin.headers(), path).orFail(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer ask(String path, String key, String body) throws IOException {
        List<String> headers = new ArrayList<>(admin.headers());
        headers.add("Idempotency-Key: " + key);
        return api.send("POST", path, headers, body);
    }

    private static void eventually(BooleanSupplier condition) {
        for (int tried = 0; !condition.getAsBoolean(); tried++) {
            assertThat(tried).as("not so in time").isLessThan(TRIES);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
