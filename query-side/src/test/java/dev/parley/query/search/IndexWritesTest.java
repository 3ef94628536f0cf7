package dev.parley.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.query.DocumentRefused;
import dev.parley.query.MongoForTests;
import dev.parley.query.ProjectionRun;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.Streams;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndexWritesTest {
    private static final ProjectionRun FIRST = ProjectionRun.first("things");
    private static final SearchIndex THINGS =
            new SearchIndex("things", "things", 1, "{\"analyzer\": \"" + SearchIndex.ANALYZER + "\"}");

    private final StubElasticsearch server = new StubElasticsearch();
    private final IndexWrites writes = new IndexWrites(Engines.at(server.address()));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void sendEachBatchAtOnceAndNeverMakeAnIndex() {
        batch("a", "b");
        batch("c");
        assertThat(server.asked()).containsExactly(bulk("a", "b"), bulk("c"));
    }

    @Test
    void makeTheIndexAnewWhenItIsGone() {
        writes.declare(THINGS);
        server.answer("GET /things-v1/_alias", 404, "{}");
        server.answer("DELETE", 404, "{}");
        assertThat(writes.isLostFor(FIRST)).isTrue();
        assertThat(writes.isLostFor(ProjectionRun.first("rooms"))).isFalse();
        writes.beginAnew(FIRST);
        assertThat(server.asked())
                .containsExactly(
                        "DELETE /things-v1 ",
                        "PUT /things-v1 {\"analyzer\": \"english\"}",
                        "POST /_aliases {\"actions\":[" + add("things-v1-writes") + "]}");
    }

    @Test
    void makeAnIndexWithoutStemmingWhereTheServerHasNone() {
        writes.declare(THINGS);
        server.answer("english", 400, "{\"error\":{\"type\":\"mapper_parsing_exception\"}}");
        writes.beginAnew(FIRST);
        assertThat(server.asked()).contains("PUT /things-v1 {\"analyzer\": \"standard\"}");
    }

    @Test
    void takeAnIndexForGoneThatSomebodyElseMade() {
        writes.declare(THINGS);
        aliases("things");
        assertThat(writes.isLostFor(FIRST)).isTrue();
    }

    @Test
    void openAnIndexOnceItHoldsAllThatWasThereWhenItWasMade() {
        writes.declare(THINGS);
        aliases("things-v1-writes");
        assertThat(writes.isLostFor(FIRST)).isFalse();
        writes.reached(FIRST, 3, 10);
        writes.reached(FIRST, 9, 20);
        assertThat(server.asked()).noneMatch(request -> request.startsWith("POST"));
        writes.reached(FIRST, 10, 30);
        assertThat(server.asked())
                .anyMatch(request -> request.startsWith("POST /things-v1/_refresh"))
                .anyMatch(request -> request.startsWith("POST /_aliases") && request.contains(add("things")));
    }

    @Test
    void leaveAnOpenIndexAsItIs() {
        writes.declare(THINGS);
        aliases("things-v1-writes", "things");
        assertThat(writes.isLostFor(FIRST)).isFalse();
        writes.reached(FIRST, 9, 9);
        assertThat(server.asked()).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void takeALaterVersionThatIsThereForWritten() {
        server.answer("_bulk", 200, "{\"errors\":true,\"items\":[{\"index\":{\"status\":409}}]}");
        batch("a");
        assertThat(server.asked()).hasSize(1);
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
    void sayOfADocumentThatIsNeverTakenSoAndNothingOfItsText() {
        server.answer(
                "_bulk",
                200,
                "{\"errors\":true,\"items\":[{\"index\":{\"status\":400,\"error\":"
                        + "{\"type\":\"document_parsing_exception\",\"reason\":\"preview: 'a secret'\"}}}]}");
        assertThatThrownBy(() -> batch("a"))
                .hasRootCauseInstanceOf(DocumentRefused.class)
                .hasRootCauseMessage("Elasticsearch refuses a document with 400 document_parsing_exception");
    }

    @Test
    void waitWhereTheyMayNotWriteAtAll() {
        server.answer("_bulk", 403, "{\"error\":{\"type\":\"security_exception\"}}");
        assertThatThrownBy(() -> batch("a")).hasCauseInstanceOf(SearchUnavailable.class);
    }

    @Test
    void areTooLargeTogetherRatherThanNeverTaken() {
        server.answer("_bulk", 413, "{}");
        assertThatThrownBy(() -> batch("a", "b")).hasRootCauseInstanceOf(DocumentRefused.class);
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

    private void aliases(String... names) {
        String all = Stream.of(names).map(name -> "\"" + name + "\":{}").collect(Collectors.joining(","));
        server.answer("GET /things-v1/_alias", 200, "{\"things-v1\":{\"aliases\":{" + all + "}}}");
    }

    private static String add(String alias) {
        return "{\"add\":{\"index\":\"things-v1\",\"alias\":\"" + alias + "\"}}";
    }

    private void batch(String... ids) {
        MongoForTests.play(
                Streams.stream("a", List.of(ids)).stream(),
                (id, message) -> writes.index(THINGS, (String) id, 7, Map.of("text", id)),
                writes);
    }

    private static String bulk(String... ids) {
        StringBuilder lines =
                new StringBuilder("POST /things-v1-writes/_bulk?require_alias=true&filter_path=errors,items.*.status,"
                        + "items.*.error.type,items.*.error.reason ");
        for (String id : ids) {
            lines.append("{\"index\":{\"_id\":\"" + id + "\",\"version\":7,\"version_type\":\"external\"}}\n");
            lines.append("{\"text\":\"" + id + "\"}\n");
        }
        return lines.toString();
    }
}
