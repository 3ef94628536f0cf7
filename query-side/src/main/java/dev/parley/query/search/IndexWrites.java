package dev.parley.query.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.BatchSink;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.search.SearchEngine.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a batch of events wants indexed: gathered in the batch's unit of work, and sent with one {@code _bulk} per index
 * before the batch's token is stored. A document is written under its id with a version of its own, of which only a
 * higher one replaces it, so that writing it again, or late, changes nothing. While the server is away the projections
 * wait.
 */
@Component
public class IndexWrites implements BatchSink {
    private static final String GATHERED = IndexWrites.class.getName();
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final SearchEngine engine;
    private final JsonMapper json = JsonMapper.shared();
    private final Set<String> projections = ConcurrentHashMap.newKeySet();
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private volatile boolean answering;

    public IndexWrites(SearchEngine engine) {
        this.engine = engine;
    }

    /** Says who will write the index, so that they wait while they cannot. */
    public void declare(SearchIndex index) {
        projections.add(index.projection());
    }

    /**
     * Has a document indexed, unless one with this version or a higher one is there under its id.
     *
     * @param version at least 0, such as the event's place in its stream
     */
    public void index(SearchIndex index, String id, long version, Map<String, ?> document) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        Map<SearchIndex, StringBuilder> all = batch.getOrComputeResource(GATHERED, key -> new LinkedHashMap<>());
        all.computeIfAbsent(index, key -> new StringBuilder())
                .append(json.writeValueAsString(new Action(new Target(id, version, "external"))))
                .append('\n')
                .append(json.writeValueAsString(document))
                .append('\n');
    }

    private record Action(@JsonProperty("index") Target target) {}

    private record Target(
            @JsonProperty("_id") String id,
            @JsonProperty("version") long version,
            @JsonProperty("version_type") String versionType) {}

    /** Removes an index at once, for a replay. */
    public void drop(SearchIndex index) {
        made.remove(index.name());
        Answer answer = engine.send("DELETE", "/" + index.name(), JSON, "");
        if (answer.status() != NOT_FOUND) {
            SearchEngine.accepted(answer);
        }
    }

    @Override
    public void flush() {
        if (CurrentUnitOfWork.isStarted()) {
            Map<SearchIndex, StringBuilder> all = CurrentUnitOfWork.get().getResource(GATHERED);
            if (all != null) {
                all.forEach(this::send);
                all.clear();
            }
        }
    }

    /** Asks the server after it has failed, and before it is written to for the first time. */
    @Override
    public boolean isAwayFor(String projection) {
        if (!answering && projections.contains(projection)) {
            answering = engine.answers();
            return !answering;
        }
        return false;
    }

    private void send(SearchIndex index, StringBuilder lines) {
        try {
            if (!made.contains(index.name())) {
                make(index);
                made.add(index.name());
            }
            String path = "/" + index.name() + "/_bulk?filter_path=errors,items.*.status,items.*.error.reason";
            requireAllWritten(SearchEngine.accepted(engine.send("POST", path, LINES, lines.toString()))
                    .body());
        } catch (SearchUnavailable away) {
            answering = false;
            throw away;
        }
    }

    /** With stemming where the server can: the embedded one lacks the analyzer, and refuses the index because of it. */
    private void make(SearchIndex index) {
        Answer answer = make(index, "english");
        if (answer.status() == BAD_REQUEST && !isThere(answer)) {
            answer = make(index, "standard");
        }
        if (!isThere(answer)) {
            SearchEngine.accepted(answer);
        }
    }

    private Answer make(SearchIndex index, String analyzer) {
        return engine.send("PUT", "/" + index.name(), JSON, index.definition(analyzer));
    }

    private static boolean isThere(Answer answer) {
        return answer.body().at("/error/type").asString("").equals("resource_already_exists_exception");
    }

    private static void requireAllWritten(JsonNode answer) {
        if (answer.path("errors").asBoolean(false)) {
            for (JsonNode item : answer.path("items")) {
                requireWritten(item.path("index"));
            }
        }
    }

    private static void requireWritten(JsonNode write) {
        int status = write.path("status").asInt(OK);
        if (status >= BAD_REQUEST && status != CONFLICT) {
            String why = "Elasticsearch refuses a document with " + status + ": " + write.at("/error/reason");
            throw new SearchUnavailable(why, null);
        }
    }
}
