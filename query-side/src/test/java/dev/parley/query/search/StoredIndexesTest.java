package dev.parley.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.query.Contract;
import dev.parley.query.ProjectionRun;
import dev.parley.query.RunStore.StoredDocument;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.embedded.ElasticsearchForTests;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is taken over from one index into another, in the embedded Elasticsearch. */
@Contract
@ExtendWith(ElasticsearchForTests.class)
class StoredIndexesTest {
    private static final SearchIndex THINGS =
            new SearchIndex("things", "things", 1, "{\"mappings\":{\"properties\":{\"text\":{\"type\":\"text\"}}}}");
    private static final ProjectionRun LIVE = ProjectionRun.first("things");
    private static final ProjectionRun FRESH = new ProjectionRun("things", 2);
    private static final List<String> ID = List.of("a");

    private static SearchEngine engine;

    private final IndexWrites writes = new IndexWrites(engine);
    private final StoredIndexes stored = new StoredIndexes(engine, writes);

    @BeforeAll
    static void start() {
        engine = Engines.at(ElasticsearchForTests.address());
    }

    @BeforeEach
    void twoRuns() {
        writes.declare(THINGS);
        Stream.of(LIVE, FRESH).forEach(writes::beginAnew);
        write(FRESH, 1, "whole");
    }

    @Test
    void aDocumentThatSomebodyDeletedComesBack() {
        write(LIVE, 1, "whole");
        ask("DELETE", LIVE, "", "");
        copy();
        assertThat(read(LIVE)).hasSize(1).isEqualTo(read(FRESH));
    }

    @Test
    void aDocumentThatCameBackIsStillChangedByALaterVersion() {
        write(LIVE, 1, "whole");
        ask("DELETE", LIVE, "", "");
        copy();
        write(LIVE, 2, "later");
        write(FRESH, 2, "later");
        assertThat(read(LIVE)).hasSize(1).isEqualTo(read(FRESH));
    }

    @Test
    void aDocumentThatSomebodyChangedIsAsItWas() {
        write(LIVE, 7, "damaged");
        copy();
        assertThat(read(LIVE)).hasSize(1).isEqualTo(read(FRESH));
    }

    @Test
    void aDocumentThatIsTooManyGoesAndMayBeGoneAlready() {
        write(LIVE, 1, "too many");
        ask("DELETE", FRESH, "", "");
        copy();
        copy();
        assertThat(read(LIVE)).isEmpty();
    }

    @Test
    void whatIsNotTakenIsNoSuccess() {
        try (var refusing = new StubElasticsearch()) {
            SearchEngine other = Engines.at(refusing.address());
            var otherWrites = new IndexWrites(other);
            otherWrites.declare(THINGS);
            refusing.answer("_mget", 200, "{\"docs\":[{\"_id\":\"a\",\"found\":true,\"_version\":1,\"_source\":{}}]}");
            refusing.answer("_bulk", 200, "{\"errors\":true,\"items\":[{\"index\":{\"status\":409}}]}");
            var indexes = new StoredIndexes(other, otherWrites);
            assertThatThrownBy(() -> indexes.copy(FRESH, LIVE, "things", ID)).isInstanceOf(SearchUnavailable.class);
        }
    }

    /** Again, as a repair does, where the server remembers what was deleted a moment ago. */
    private void copy() {
        await().ignoreExceptionsInstanceOf(SearchUnavailable.class).until(() -> {
            stored.copy(FRESH, LIVE, "things", ID);
            return true;
        });
    }

    private List<StoredDocument> read(ProjectionRun run) {
        return stored.read(run, "things", ID);
    }

    private static void write(ProjectionRun run, long version, String text) {
        ask("PUT", run, "?version=" + version + "&version_type=external", "{\"text\":\"" + text + "\"}");
    }

    private static void ask(String method, ProjectionRun run, String parameters, String body) {
        assertThat(engine.send(method, "/" + THINGS.of(run) + "/_doc/a" + parameters, "application/json", body)
                        .status())
                .isBetween(200, 201);
    }
}
