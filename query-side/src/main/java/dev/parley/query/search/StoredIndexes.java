package dev.parley.query.search;

import dev.parley.query.Digest;
import dev.parley.query.ProjectionRun;
import dev.parley.query.RunStore;
import dev.parley.query.SearchUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the runs of projections have in Elasticsearch. */
@Component
class StoredIndexes implements RunStore {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final String FORGET_DELETED = "{\"index\":{\"gc_deletes\":\"0s\"}}";
    /** What becomes of the deletion of a document that is gone already. */
    private static final String NOT_THERE = "not_found";

    private final SearchEngine engine;
    private final IndexWrites writes;
    private final IndexScan scan;
    private final JsonMapper json = JsonMapper.shared();

    StoredIndexes(SearchEngine engine, IndexWrites writes) {
        this.engine = engine;
        this.writes = writes;
        this.scan = new IndexScan(engine);
    }

    @Override
    public List<String> placesOf(String projection) {
        return writes.declaredBy(projection).map(SearchIndex::name).stream().toList();
    }

    @Override
    public String nameOf(ProjectionRun run, String place) {
        return index(run);
    }

    @Override
    public void scan(ProjectionRun run, String place, Consumer<StoredDocument> each) {
        scan.each(index(run), IndexScan.EVERYTHING, hit -> each.accept(stored(hit)));
    }

    @Override
    public List<StoredDocument> read(ProjectionRun run, String place, Collection<String> ids) {
        List<StoredDocument> found = new ArrayList<>();
        documents(run, ids).forEach(document -> {
            if (document.path("found").asBoolean(false)) {
                found.add(stored(document));
            }
        });
        return found;
    }

    /**
     * With the greater version of both, so that what is written later under a version of its own is still taken. The
     * version of a document that was deleted counts no more: Elasticsearch would remember it for a minute.
     *
     * @throws SearchUnavailable if one of them is not taken at the moment, as after a deletion in the last few
     *     milliseconds
     */
    @Override
    public void copy(ProjectionRun from, ProjectionRun to, String place, Collection<String> ids) {
        ask("PUT", "/" + index(to) + "/_settings", FORGET_DELETED);
        Map<String, Long> versions = new HashMap<>();
        documents(to, ids)
                .forEach(document ->
                        versions.put(id(document), document.path("_version").asLong(0)));
        var lines = new StringBuilder();
        for (JsonNode document : documents(from, ids)) {
            if (document.path("found").asBoolean(false)) {
                long version = Math.max(
                        versions.get(id(document)), document.path("_version").asLong());
                var target = Map.of("_id", id(document), "version", version, "version_type", "external_gte");
                lines.append(json.writeValueAsString(Map.of("index", target)))
                        .append('\n')
                        .append(document.path("_source"))
                        .append('\n');
            } else {
                lines.append(json.writeValueAsString(Map.of("delete", Map.of("_id", id(document)))))
                        .append('\n');
            }
        }
        String path = "/" + index(to) + "/_bulk?refresh=true";
        SearchEngine.accepted(engine.send("POST", path, LINES, lines.toString()))
                .body()
                .path("items")
                .forEach(item -> item.forEach(StoredIndexes::requireDone));
    }

    private static void requireDone(JsonNode write) {
        if (!write.path("result").asString("").equals(NOT_THERE)) {
            SearchEngine.requireWritten(write);
        }
    }

    private JsonNode documents(ProjectionRun run, Collection<String> ids) {
        JsonNode documents = ask("POST", "/" + index(run) + "/_mget", json.writeValueAsString(Map.of("ids", ids)))
                .path("docs");
        documents.forEach(SearchEngine::requireRead);
        return documents;
    }

    private String index(ProjectionRun run) {
        return writes.declaredBy(run.projection()).orElseThrow().of(run);
    }

    private JsonNode ask(String method, String path, String body) {
        return SearchEngine.accepted(engine.send(method, path, JSON, body)).body();
    }

    private StoredDocument stored(JsonNode document) {
        return new StoredDocument(id(document), Digest.of(json.treeToValue(document.path("_source"), Object.class)));
    }

    private static String id(JsonNode document) {
        return document.path("_id").asString();
    }
}
