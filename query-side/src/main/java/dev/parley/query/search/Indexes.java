package dev.parley.query.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.ProjectionRun;
import dev.parley.query.search.SearchEngine.Answer;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The indexes themselves: whether they are there, making them, and opening them to searches. */
final class Indexes {
    private static final String JSON = "application/json";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final SearchEngine engine;
    private final JsonMapper json = JsonMapper.shared();

    Indexes(SearchEngine engine) {
        this.engine = engine;
    }

    enum State {
        /** Not there, or not made by {@link #make}. */
        GONE,
        /** Written, and not searched yet. */
        FILLING,
        OPEN
    }

    State state(SearchIndex index, ProjectionRun run) {
        Answer answer = engine.send("GET", "/" + index.of(run) + "/_alias", JSON, "");
        if (answer.status() == NOT_FOUND) {
            return State.GONE;
        }
        JsonNode aliases =
                SearchEngine.accepted(answer).body().path(index.of(run)).path("aliases");
        if (!aliases.has(index.writtenBy(run))) {
            return State.GONE;
        }
        return aliases.has(index.name()) ? State.OPEN : State.FILLING;
    }

    /**
     * Makes it empty, in place of one that is there. With stemming where the server can: the embedded one lacks the
     * analyzer, and refuses the index because of it.
     */
    void make(SearchIndex index, ProjectionRun run) {
        drop(index, run);
        Answer answer = make(index, run, "english");
        if (answer.status() == BAD_REQUEST) {
            answer = make(index, run, "standard");
        }
        SearchEngine.accepted(answer);
        change(new Action(new Alias(index.of(run), index.writtenBy(run), null), null));
    }

    private Answer make(SearchIndex index, ProjectionRun run, String analyzer) {
        return engine.send("PUT", "/" + index.of(run), JSON, index.definition(analyzer));
    }

    /** Has searches find what was written up to now. */
    void open(SearchIndex index, ProjectionRun run) {
        SearchEngine.accepted(engine.send("POST", "/" + index.of(run) + "/_refresh", JSON, ""));
        change(
                new Action(null, new Alias(index.name() + "-v*", index.name(), false)),
                new Action(new Alias(index.of(run), index.name(), null), null));
    }

    void drop(SearchIndex index, ProjectionRun run) {
        Answer answer = engine.send("DELETE", "/" + index.of(run), JSON, "");
        if (answer.status() != NOT_FOUND) {
            SearchEngine.accepted(answer);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Action(
            @JsonProperty("add") Alias add,
            @JsonProperty("remove") Alias remove) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Alias(
            @JsonProperty("index") String index,
            @JsonProperty("alias") String alias,
            @JsonProperty("must_exist") Boolean mustExist) {}

    /** All of it at once. */
    private void change(Action... actions) {
        String body = json.writeValueAsString(Map.of("actions", List.of(actions)));
        SearchEngine.accepted(engine.send("POST", "/_aliases", JSON, body));
    }
}
