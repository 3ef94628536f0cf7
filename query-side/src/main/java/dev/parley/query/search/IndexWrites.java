package dev.parley.query.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.BatchSink;
import dev.parley.query.ProjectionRun;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.search.Indexes.State;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
 * wait. An index that is gone is made and filled anew, and searched once it holds all again.
 */
@Component
public class IndexWrites implements BatchSink {
    private static final String GATHERED = IndexWrites.class.getName();
    private static final String LINES = "application/x-ndjson";
    private static final int CONFLICT = 409;

    private final SearchEngine engine;
    private final JsonMapper json = JsonMapper.shared();
    private final Indexes indexes;
    private final Map<String, SearchIndex> declared = new ConcurrentHashMap<>();
    /** Of each run whose index is not open: where the log ended when that was seen. */
    private final Map<ProjectionRun, Long> filledAt = new ConcurrentHashMap<>();

    private volatile boolean answering;

    public IndexWrites(SearchEngine engine) {
        this.engine = engine;
        this.indexes = new Indexes(engine);
    }

    /** Says who will write the index, so that they wait while they cannot. */
    public void declare(SearchIndex index) {
        declared.put(index.projection(), index);
    }

    /** All that there are. */
    Collection<SearchIndex> declared() {
        return declared.values();
    }

    /** The index that the projection writes, if any. */
    Optional<SearchIndex> declaredBy(String projection) {
        return Optional.ofNullable(declared.get(projection));
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
        if (!answering && declared.containsKey(projection)) {
            answering = engine.answers();
            return !answering;
        }
        return false;
    }

    @Override
    public boolean isLostFor(ProjectionRun run) {
        SearchIndex index = declared.get(run.projection());
        return index != null && state(index, run) == State.GONE;
    }

    @Override
    public void beginAnew(ProjectionRun run) {
        filledAt.remove(run);
        indexes.make(declared.get(run.projection()), run);
    }

    /** Opens an index to searches when all is in it that was in the log when it was seen not to be open. */
    @Override
    public void reached(ProjectionRun live, long position, long head) {
        SearchIndex index = declared.get(live.projection());
        if (index != null && state(index, live) == State.FILLING) {
            if (position >= filledAt.computeIfAbsent(live, filling -> head)) {
                indexes.open(index, live);
                filledAt.remove(live);
            }
        }
    }

    @Override
    public void open(ProjectionRun run) {
        SearchIndex index = declared.get(run.projection());
        if (index != null) {
            indexes.open(index, run);
        }
    }

    @Override
    public void drop(ProjectionRun run) {
        SearchIndex index = declared.get(run.projection());
        if (index != null) {
            indexes.drop(index, run);
        }
    }

    /** What is indexed is searched 200 ms later unless somebody asks for it before. */
    @Override
    public CompletableFuture<Void> show(String projection) {
        SearchIndex index = declared.get(projection);
        return index == null ? CompletableFuture.completedFuture(null) : engine.refresh(index);
    }

    /** Has projections ask whether the server answers before they go on. */
    void stop() {
        answering = false;
    }

    private State state(SearchIndex index, ProjectionRun run) {
        try {
            return indexes.state(index, run);
        } catch (SearchUnavailable away) {
            answering = false;
            throw away;
        }
    }

    private void send(SearchIndex index, StringBuilder lines) {
        try {
            String path = "/" + index.written()
                    + "/_bulk?require_alias=true&filter_path=errors,items.*.status,items.*.error.type,items.*.error.reason";
            requireAllWritten(SearchEngine.accepted(engine.send("POST", path, LINES, lines.toString()))
                    .body());
        } catch (SearchUnavailable away) {
            answering = false;
            throw away;
        }
    }

    private static void requireAllWritten(JsonNode answer) {
        if (answer.path("errors").asBoolean(false)) {
            for (JsonNode item : answer.path("items")) {
                requireWritten(item.path("index"));
            }
        }
    }

    /** A conflict is with the same document, written before, or with a later one. */
    private static void requireWritten(JsonNode write) {
        if (write.path("status").asInt() != CONFLICT) {
            SearchEngine.requireWritten(write);
        }
    }
}
