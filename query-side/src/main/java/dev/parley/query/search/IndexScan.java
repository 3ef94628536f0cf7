package dev.parley.query.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads through an index as it is at one moment, by a point in time of the refreshed index, 1,000 documents at once. */
final class IndexScan {
    static final Map<String, ?> EVERYTHING = Map.of("match_all", Map.of());

    private static final String JSON = "application/json";
    private static final int STEP = 1_000;
    private static final String KEEP_ALIVE = "1m";

    private final SearchEngine engine;
    private final JsonMapper json = JsonMapper.shared();

    IndexScan(SearchEngine engine) {
        this.engine = engine;
    }

    /**
     * In the order in which the documents lie there.
     *
     * @param each takes a hit as Elasticsearch tells it, with its source
     */
    void each(String index, Map<String, ?> query, Consumer<JsonNode> each) {
        ask("POST", "/" + index + "/_refresh", "");
        String point = ask("POST", "/" + index + "/_pit?keep_alive=" + KEEP_ALIVE, "")
                .path("id")
                .asString();
        try {
            JsonNode last = page(point, query, null, each);
            while (last != null) {
                last = page(point, query, last, each);
            }
        } finally {
            ask("DELETE", "/_pit", json.writeValueAsString(Map.of("id", point)));
        }
    }

    /** Where the page after this one begins; null after the last. */
    private JsonNode page(String point, Map<String, ?> query, JsonNode after, Consumer<JsonNode> each) {
        Map<String, Object> search = new HashMap<>(Map.of(
                "size",
                STEP,
                "query",
                query,
                "pit",
                Map.of("id", point, "keep_alive", KEEP_ALIVE),
                "sort",
                List.of(Map.of("_shard_doc", "asc")),
                "track_total_hits",
                false));
        if (after != null) {
            search.put("search_after", after);
        }
        JsonNode last = null;
        for (JsonNode hit :
                ask("POST", "/_search", json.writeValueAsString(search)).at("/hits/hits")) {
            each.accept(hit);
            last = hit.path("sort");
        }
        return last;
    }

    private JsonNode ask(String method, String path, String body) {
        return SearchEngine.accepted(engine.send(method, path, JSON, body)).body();
    }
}
