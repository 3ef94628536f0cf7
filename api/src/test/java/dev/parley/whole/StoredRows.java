package dev.parley.whole;

import com.mongodb.client.MongoDatabase;
import dev.parley.query.search.SearchAddress;
import dev.parley.whole.Traces.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All rows of all read models, straight from the stores: those of MongoDB, and the documents of Elasticsearch. */
final class StoredRows {
    private static final int MOST = 10_000;
    private static final List<String> INDEXES = List.of("audit", "forum-posts", "direct-messages");
    /** How far the projections are, which is no read model. */
    private static final List<String> PROGRESS = List.of("tokens", "projections");
    /** Of a version that was built anew, and holds what the first one does. */
    private static final String ANEW = ".+-v[0-9]+";

    private final MongoDatabase database;
    private final SearchAddress search;

    StoredRows(MongoDatabase database, SearchAddress search) {
        this.database = database;
        this.search = search;
    }

    List<Row> read() {
        List<Row> rows = new ArrayList<>();
        for (String collection : database.listCollectionNames()) {
            if (!PROGRESS.contains(collection) && !collection.matches(ANEW)) {
                database.getCollection(collection)
                        .find()
                        .forEach(fields -> rows.add(new Row(collection, fields.getString("_id"), fields)));
            }
        }
        INDEXES.forEach(index -> found(index).forEach(hit -> rows.add(row(index, hit))));
        return rows;
    }

    /** A document's version is the place in a stream of the event that wrote it, where it has no other. */
    private static Row row(String index, JsonNode hit) {
        Document fields = Document.parse(hit.path("_source").toString());
        String id = hit.path("_id").asString();
        switch (index) {
            case "audit" -> fields.append("event", id);
            case "direct-messages" ->
                fields.append("sequence", hit.path("_version").asLong());
            default -> {}
        }
        return new Row(index, id, fields);
    }

    /** All that an index of Elasticsearch holds, which may be named by a pattern. */
    JsonNode found(String index) {
        ask("POST", "/" + index + "/_refresh");
        JsonNode hits =
                ask("GET", "/" + index + "/_search?version=true&size=" + MOST).path("hits");
        if (hits.at("/total/value").asInt() > hits.path("hits").size()) {
            throw new IllegalStateException(index + " has more documents than one page");
        }
        return hits.path("hits");
    }

    private JsonNode ask(String method, String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(search.uri().resolve(path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            return JsonMapper.shared()
                    .readTree(http.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
