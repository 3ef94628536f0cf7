package dev.parley.query.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.SearchUnavailable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents that a projection reads, changes and writes back, where what is to be written follows from what is there.
 * Reading sees all that was written, refreshed or not. A document that somebody else wrote in between is not
 * overwritten: the batch fails and is handled again.
 */
@Component
public class IndexDocuments {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    /** At most 4.5 MB, since a character takes up to 3 bytes. */
    static final int MAX_BULK = 1_500_000;

    private final SearchEngine engine;
    private final IndexWrites writes;
    private final JsonMapper json = JsonMapper.shared();

    public IndexDocuments(SearchEngine engine, IndexWrites writes) {
        this.engine = engine;
        this.writes = writes;
    }

    /**
     * These documents by their ids, also those that are not there yet.
     *
     * @throws SearchUnavailable if the server is away or the index gone
     */
    public Map<String, IndexedDocument> read(SearchIndex index, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String body = json.writeValueAsString(Map.of("ids", ids));
        JsonNode answer =
                waiting(() -> SearchEngine.accepted(engine.send("POST", "/" + index.written() + "/_mget", JSON, body))
                        .body());
        Map<String, IndexedDocument> documents = new LinkedHashMap<>();
        for (JsonNode hit : answer.path("docs")) {
            SearchEngine.requireRead(hit);
            var document = new IndexedDocument(hit);
            documents.put(document.id(), document);
        }
        return documents;
    }

    /**
     * Writes those that were changed, one {@code _bulk} after the other, each up to {@value #MAX_BULK} characters long.
     * Only a single document that is longer makes a longer one.
     *
     * @throws SearchUnavailable if not all of them could be, because the server is away or somebody else wrote
     * @throws dev.parley.query.DocumentRefused if one is never taken
     */
    public void write(SearchIndex index, Collection<IndexedDocument> documents) {
        var bulk = new StringBuilder();
        for (IndexedDocument document : documents) {
            if (document.isChanged()) {
                String lines = json.writeValueAsString(Action.of(document))
                        + '\n'
                        + json.writeValueAsString(document.fields())
                        + '\n';
                if (bulk.length() + lines.length() > MAX_BULK) {
                    send(index, bulk);
                }
                bulk.append(lines);
            }
        }
        send(index, bulk);
    }

    /**
     * Has searches find all that was written up to now.
     *
     * @throws SearchUnavailable if the server is away
     */
    public void refresh(SearchIndex index) {
        waiting(() -> SearchEngine.accepted(engine.send("POST", "/" + index.written() + "/_refresh", JSON, "")));
    }

    /** Sends what was gathered, if anything was, and leaves nothing. */
    private void send(SearchIndex index, StringBuilder bulk) {
        if (bulk.isEmpty()) {
            return;
        }
        String path = "/" + index.written()
                + "/_bulk?require_alias=true&filter_path=items.*.status,items.*.error.type,items.*.error.reason";
        JsonNode answer = waiting(() -> SearchEngine.accepted(engine.send("POST", path, LINES, bulk.toString()))
                .body());
        answer.path("items").forEach(item -> item.forEach(SearchEngine::requireWritten));
        bulk.setLength(0);
    }

    private <T> T waiting(Supplier<T> exchange) {
        try {
            return exchange.get();
        } catch (SearchUnavailable away) {
            writes.stop();
            throw away;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Action(
            @JsonProperty("create") Target create,
            @JsonProperty("index") Target index) {
        static Action of(IndexedDocument document) {
            return document.isNew()
                    ? new Action(new Target(document.id(), null, null), null)
                    : new Action(null, new Target(document.id(), document.sequenceNumber(), document.primaryTerm()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Target(
            @JsonProperty("_id") String id,
            @JsonProperty("if_seq_no") Long sequenceNumber,
            @JsonProperty("if_primary_term") Long primaryTerm) {}
}
