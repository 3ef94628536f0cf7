package dev.parley.bench.bare;

import dev.parley.bench.bare.RawWrites.Written;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what an index of Elasticsearch holds into another of the same settings and mappings. */
final class RawIndexing {
    private static final String KEEP_ALIVE = "1m";
    private static final List<String> OWN_SETTINGS = List.of("uuid", "version", "creation_date", "provided_name");

    private final URI engine;
    private final String copy;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.shared();

    RawIndexing(URI engine, String copy) {
        this.engine = engine;
        this.copy = copy;
    }

    Written again(String index) throws IOException, InterruptedException {
        JsonNode definition = ask("GET", "/" + index, "").iterator().next();
        ObjectNode settings = (ObjectNode) definition.at("/settings/index");
        settings.remove(OWN_SETTINGS);
        ask(
                "PUT",
                "/" + copy,
                json.writeValueAsString(
                        Map.of("settings", Map.of("index", settings), "mappings", definition.path("mappings"))));
        ask("POST", "/" + index + "/_refresh", "");
        String point = ask("POST", "/" + index + "/_pit?keep_alive=" + KEEP_ALIVE, "")
                .path("id")
                .asString();
        try {
            return pages(point);
        } finally {
            ask("DELETE", "/_pit", json.writeValueAsString(Map.of("id", point)));
            ask("DELETE", "/" + copy, "");
        }
    }

    private Written pages(String point) throws IOException, InterruptedException {
        Written all = new Written(0, 0);
        JsonNode hits = page(point, null);
        while (!hits.isEmpty()) {
            all = all.and(write(hits));
            hits = page(point, hits.get(hits.size() - 1).path("sort"));
        }
        return all;
    }

    private JsonNode page(String point, JsonNode after) throws IOException, InterruptedException {
        Map<String, Object> query = new HashMap<>(Map.of(
                "size",
                RawWrites.DOCUMENTS,
                "pit",
                Map.of("id", point, "keep_alive", KEEP_ALIVE),
                "sort",
                List.of(Map.of("_shard_doc", "asc")),
                "track_total_hits",
                false));
        if (after != null) {
            query.put("search_after", after);
        }
        return ask("POST", "/_search", json.writeValueAsString(query)).at("/hits/hits");
    }

    private Written write(JsonNode hits) throws IOException, InterruptedException {
        var lines = new StringBuilder();
        for (JsonNode hit : hits) {
            var target = Map.of("_id", hit.path("_id").asString());
            lines.append(json.writeValueAsString(Map.of("index", target)))
                    .append('\n')
                    .append(hit.path("_source"))
                    .append('\n');
        }
        String body = lines.toString();
        long begin = System.nanoTime();
        ask("POST", "/" + copy + "/_bulk?filter_path=errors", body);
        return new Written(hits.size(), System.nanoTime() - begin);
    }

    private JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(engine.resolve(path))
                .header("Content-Type", path.contains("_bulk") ? "application/x-ndjson" : "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        JsonNode told = json.readTree(answer.body());
        if (answer.statusCode() != 200 || told.path("errors").asBoolean(false)) {
            throw new IllegalStateException(method + " " + path + " was answered with " + told);
        }
        return told;
    }
}
