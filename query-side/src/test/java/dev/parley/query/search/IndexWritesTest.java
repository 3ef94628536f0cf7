package dev.parley.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.query.MongoForTests;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.Streams;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndexWritesTest {
    private static final SearchIndex THINGS =
            new SearchIndex("things", "things-v1", "{\"analyzer\": \"" + SearchIndex.ANALYZER + "\"}");

    private final StubElasticsearch server = new StubElasticsearch();
    private final IndexWrites writes = new IndexWrites(Engines.at(server.address()));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void makeTheIndexOnceAndSendEachBatchAtOnce() {
        batch("a", "b");
        batch("c");
        assertThat(server.asked())
                .containsExactly("PUT /things-v1 {\"analyzer\": \"english\"}", bulk("a", "b"), bulk("c"));
    }

    @Test
    void makeAnIndexWithoutStemmingWhereTheServerHasNone() {
        server.answer("english", 400, "{\"error\":{\"type\":\"mapper_parsing_exception\"}}");
        batch("a");
        assertThat(server.asked())
                .containsExactly(
                        "PUT /things-v1 {\"analyzer\": \"english\"}",
                        "PUT /things-v1 {\"analyzer\": \"standard\"}",
                        bulk("a"));
    }

    @Test
    void useTheIndexThatIsThere() {
        server.answer("english", 400, "{\"error\":{\"type\":\"resource_already_exists_exception\"}}");
        batch("a");
        assertThat(server.asked()).hasSize(2).contains(bulk("a"));
    }

    @Test
    void takeALaterVersionThatIsThereForWritten() {
        server.answer("_bulk", 200, "{\"errors\":true,\"items\":[{\"index\":{\"status\":409}}]}");
        batch("a");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void failTheirBatchWhenADocumentIsNotTaken() {
        server.answer(
                "_bulk",
                200,
                "{\"errors\":true,\"items\":[{\"index\":{\"status\":201}},{\"index\":{\"status\":429}}]}");
        assertThatThrownBy(() -> batch("a", "b")).hasCauseInstanceOf(SearchUnavailable.class);
    }

    @Test
    void failTheirBatchWhileTheServerIsAwayAndHaveTheirProjectionWait() {
        writes.declare(THINGS);
        assertThat(writes.isAwayFor("things")).isFalse();
        server.goAway();
        assertThatThrownBy(() -> batch("a")).hasCauseInstanceOf(SearchUnavailable.class);
        assertThat(writes.isAwayFor("things")).isTrue();
        assertThat(writes.isAwayFor("rooms")).isFalse();
        server.comeBack();
        assertThat(writes.isAwayFor("things")).isFalse();
        batch("a");
        assertThat(server.asked()).contains(bulk("a"));
    }

    @Test
    void haveTheirProjectionWaitWhereThereIsNoServer() {
        var nowhere = new IndexWrites(Engines.nowhere());
        nowhere.declare(THINGS);
        assertThat(nowhere.isAwayFor("things")).isTrue();
    }

    @Test
    void makeTheIndexAnewAfterItWasDropped() {
        batch("a");
        server.answer("DELETE", 404, "{}");
        writes.drop(THINGS);
        batch("a");
        assertThat(server.asked())
                .filteredOn(request -> request.startsWith("PUT"))
                .hasSize(2);
    }

    private void batch(String... ids) {
        MongoForTests.play(
                Streams.stream("a", List.of(ids)).stream(),
                (id, message) -> writes.index(THINGS, (String) id, 7, Map.of("text", id)),
                writes);
    }

    private static String bulk(String... ids) {
        StringBuilder lines =
                new StringBuilder("POST /things-v1/_bulk?filter_path=errors,items.*.status,items.*.error.reason ");
        for (String id : ids) {
            lines.append("{\"index\":{\"_id\":\"" + id + "\",\"version\":7,\"version_type\":\"external\"}}\n");
            lines.append("{\"text\":\"" + id + "\"}\n");
        }
        return lines.toString();
    }
}
