package dev.parley.query.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.query.DocumentRefused;
import dev.parley.query.SearchUnavailable;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndexDocumentsTest {
    private static final SearchIndex THINGS = new SearchIndex("things", "things", 1, "{}");
    private static final int LONG = 20_000;

    private final StubElasticsearch server = new StubElasticsearch();
    private final SearchEngine engine = Engines.at(server.address());
    private final IndexDocuments documents = new IndexDocuments(engine, new IndexWrites(engine));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void goTogetherInOneRequest() {
        documents.write(THINGS, written(3, 1));
        assertThat(bulks())
                .singleElement()
                .satisfies(bulk -> assertThat(lines(bulk)).hasSize(6));
    }

    @Test
    void goInSeveralRequestsInTheirOrderWhereOneWouldBeTooLarge() {
        documents.write(THINGS, written(500, LONG));
        assertThat(bulks())
                .hasSize(7)
                .allSatisfy(bulk -> assertThat(bulk).hasSizeLessThan(IndexDocuments.MAX_BULK + 200));
        assertThat(bulks().stream()
                        .flatMap(bulk -> lines(bulk).stream())
                        .filter(line -> line.contains("_id"))
                        .map(line -> line.replaceAll("\\D", "")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 500).mapToObj(Integer::toString).toList());
    }

    @Test
    void failWithTheRequestThatFailsAndSendNoFurther() {
        server.answer(
                "\"_id\":\"100\"",
                200,
                "{\"items\":[{\"create\":{\"status\":409,\"error\":{\"reason\":\"written by another\"}}}]}");
        Collection<IndexedDocument> all = written(500, LONG);
        assertThatThrownBy(() -> documents.write(THINGS, all)).isInstanceOf(SearchUnavailable.class);
        assertThat(bulks()).hasSize(2);
    }

    @Test
    void areRefusedWhereOneIsNeverTaken() {
        server.answer(
                "\"_id\":\"1\"",
                200,
                "{\"items\":[{\"create\":{\"status\":400,\"error\":{\"type\":\"illegal_argument_exception\"}}}]}");
        Collection<IndexedDocument> all = written(3, 1);
        assertThatThrownBy(() -> documents.write(THINGS, all)).isInstanceOf(DocumentRefused.class);
    }

    @Test
    void areNotSentWhereNothingChanged() {
        documents.write(THINGS, written(3, 0));
        assertThat(bulks()).isEmpty();
    }

    /** Documents that are not there yet, with a text of so many characters, or none. */
    private Collection<IndexedDocument> written(int count, int characters) {
        List<String> ids = IntStream.range(0, count).mapToObj(Integer::toString).toList();
        String hits = ids.stream().map(id -> "{\"_id\":\"" + id + "\"}").collect(joining(",", "{\"docs\":[", "]}"));
        server.answer("_mget", 200, hits);
        Collection<IndexedDocument> found = documents.read(THINGS, ids).values();
        if (characters > 0) {
            found.forEach(document -> document.fields().put("text", "x".repeat(characters)));
        }
        return found;
    }

    private List<String> bulks() {
        return server.asked().stream()
                .filter(request -> request.contains("/_bulk?"))
                .toList();
    }

    private static List<String> lines(String bulk) {
        return bulk.substring(bulk.indexOf('{')).lines().toList();
    }
}
