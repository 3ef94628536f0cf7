package dev.parley.query.direct.search;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.search.SearchEngine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds conversations by what was written in them. */
@Component
public class DirectSearch {
    private static final int MOST = 100;

    private final SearchEngine engine;

    public DirectSearch(SearchEngine engine) {
        this.engine = engine;
    }

    /**
     * Those of a person's conversations in which one message holds all of these words: the 100 whose last such message
     * is newest. A message is found within about 2 s.
     *
     * @param without conversations with these people are left out
     * @return fails with {@link dev.parley.query.SearchUnavailable} while Elasticsearch is away, or has not got
     *     all messages
     */
    public CompletableFuture<Set<ConversationId>> conversations(UserId person, String words, Set<UserId> without) {
        return engine.search(DirectIndex.INDEX, query(person, words, without)).thenApply(DirectSearch::found);
    }

    private static Map<String, ?> query(UserId person, String words, Set<UserId> without) {
        var hers = Map.of("term", Map.of(DirectIndex.PARTICIPANTS, person.value()));
        var theirs = Map.of(
                "terms",
                Map.of(
                        DirectIndex.PARTICIPANTS,
                        without.stream().map(UserId::value).toList()));
        var text = Map.of("match", Map.of(DirectIndex.CONTENT, Map.of("query", words, "operator", "and")));
        return Map.of(
                "size",
                MOST,
                "_source",
                false,
                "track_total_hits",
                false,
                "query",
                Map.of("bool", Map.of("filter", List.of(hers, text), "must_not", List.of(theirs))),
                "collapse",
                Map.of("field", DirectIndex.CONVERSATION),
                "sort",
                List.of(Map.of(DirectIndex.AT, "desc")));
    }

    private static Set<ConversationId> found(JsonNode answer) {
        Set<ConversationId> conversations = new HashSet<>();
        for (JsonNode hit : answer.at("/hits/hits")) {
            conversations.add(new ConversationId(
                    hit.at("/fields/" + DirectIndex.CONVERSATION + "/0").asString()));
        }
        return conversations;
    }
}
