package dev.parley.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.kernel.member.UserId;
import dev.parley.query.BatchSink;
import dev.parley.query.Contract;
import dev.parley.query.MongoForTests;
import dev.parley.query.ProjectionRun;
import dev.parley.query.Streams;
import dev.parley.query.embedded.ElasticsearchForTests;
import dev.parley.query.search.Expunging.Progress;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** With the embedded Elasticsearch, as the server runs it, and its files. */
@Contract
@ExtendWith(ElasticsearchForTests.class)
class ErasedTextsTest {
    private static final UserId ANN = new UserId("ann");
    private static final SearchIndex INDEX = new SearchIndex("lines", "lines", 1, """
            {
              "settings": {"index": {"merge.policy.expunge_deletes_allowed": 0}},
              "mappings": {"properties": {"author": {"type": "keyword"}, "text": {"type": "text"}}}
            }
            """);
    private static final ProjectionRun RUN = ProjectionRun.first("lines");

    private static SearchEngine engine;
    private static MongoForTests mongo;

    private final IndexWrites writes = new IndexWrites(engine);
    private final Expunging expunging = new Expunging(engine, mongo.writtenDatabase());
    private final ErasedTexts erasures = new ErasedTexts(engine, new IndexDocuments(engine, writes), writes, expunging);

    @BeforeAll
    static void start() {
        engine = Engines.at(ElasticsearchForTests.address());
        mongo = new MongoForTests();
    }

    @AfterAll
    static void stop() {
        mongo.close();
    }

    @BeforeEach
    void anEmptyIndex() {
        mongo.drop(Expunging.COLLECTION);
        writes.declare(INDEX);
        writes.beginAnew(RUN);
        writes.open(RUN);
    }

    @Test
    void nothingOfWhatTheyWroteIsFoundAndAllOfWhatOthersDid() {
        write(1_200);

        erase(7);

        assertThat(hits("wasserfall")).isZero();
        assertThat(hits("regenbogen")).isEqualTo(600);
        assertThat(source("0")).isEqualTo(source("1").replace("bob", "ann").replace("regenbogen 1", ""));
        assertThat(expunging.progress())
                .extracting(Progress::index, Progress::emptied, Progress::expunged)
                .containsExactly(tuple(INDEX.of(RUN), 7L, -1L));
    }

    @Test
    void whatWouldBeEmptyIsHiddenWhereThatIsAskedForAndNothingElseIs() {
        write(2);
        var place = new GlobalSequenceTrackingToken(7);
        play(erasures, () -> erasures.hide(INDEX, "author", ANN, "text", "shown", place));

        assertThat(source("0")).contains("\"shown\":false").doesNotContain("wasserfall");
        assertThat(source("1")).doesNotContain("shown").contains("regenbogen");
    }

    @Test
    void anErasureThatComesAgainChangesNothing() {
        write(4);
        erase(7);
        String before = source("0");

        erase(7);

        assertThat(source("0")).isEqualTo(before);
        assertThat(expunging.progress()).hasSize(1);
    }

    @Test
    void nothingIsLeftToExpungeOfAnIndexThatIsGone() {
        write(2);
        erase(7);

        writes.drop(RUN);
        expunging.expunge();

        assertThat(expunging.progress()).allMatch(Progress::isDone);
    }

    private void write(int lines) {
        play(
                writes,
                () -> IntStream.range(0, lines)
                        .forEach(line -> writes.index(
                                INDEX,
                                Integer.toString(line),
                                1,
                                Map.of(
                                        "author",
                                        line % 2 == 0 ? "ann" : "bob",
                                        "text",
                                        (line % 2 == 0 ? "wasserfall " : "regenbogen ") + line))));
    }

    private void erase(long position) {
        play(erasures, () -> erasures.erase(INDEX, "author", ANN, "text", new GlobalSequenceTrackingToken(position)));
        engine.send("POST", "/" + INDEX.name() + "/_refresh", "application/json", "");
    }

    private static void play(BatchSink store, Runnable batch) {
        MongoForTests.play(Stream.of(Streams.message("lines", 0, "event")), (event, message) -> batch.run(), store);
    }

    private static long hits(String word) {
        engine.send("POST", "/" + INDEX.name() + "/_refresh", "application/json", "");
        return engine.search(INDEX, Map.of("track_total_hits", true, "query", Map.of("match", Map.of("text", word))))
                .join()
                .at("/hits/total/value")
                .asLong();
    }

    private static String source(String id) {
        JsonNode found = engine.send("GET", "/" + INDEX.name() + "/_doc/" + id, "application/json", "")
                .body();
        return found.path("_source").toString();
    }
}
