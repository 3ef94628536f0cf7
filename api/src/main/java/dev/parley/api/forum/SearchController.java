package dev.parley.api.forum;

import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.api.member.Introductions;
import dev.parley.kernel.member.UserId;
import dev.parley.query.BlockLists;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.forum.search.ForumSearchQuery.SuggestTopics;
import dev.parley.query.forum.search.ForumSearchView;
import dev.parley.query.forum.search.SuggestionView;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Looks for posts and topics, but not for those of people whom the caller blocks. */
@RestController
@RequestMapping("/api/forum")
class SearchController {
    private final Freshness freshness;
    private final QueryGateway queries;
    private final BlockLists blocks;
    private final Introductions introductions;

    SearchController(Freshness freshness, QueryGateway queries, BlockLists blocks, Introductions introductions) {
        this.freshness = freshness;
        this.queries = queries;
        this.blocks = blocks;
        this.introductions = introductions;
    }

    /**
     * Posts that say all that is in {@code q}: words, phrases in quotes, {@code user:name}, {@code category:slug},
     * {@code before:} and {@code after:} with a day, and {@code -} before what must not be. Problems: kid-mode (403),
     * unknown-user, invalid-value (422), store-unavailable (503).
     */
    @GetMapping("/search")
    @SearchParameters
    Mono<ForumSearchView> search(Caller caller, ServerWebExchange exchange) {
        var fields = new SearchFields(exchange.getRequest().getQueryParams());
        return introductions
                .named(fields.author(), "author")
                .flatMap(author -> freshness.read(
                        exchange,
                        () -> without(caller)
                                .thenApply(blocked -> fields.query(caller.actor(), author, blocked))
                                .thenCompose(query -> queries.query(query, ForumSearchView.class)),
                        ForumWebConfiguration.SEARCH));
    }

    /**
     * Topics whose titles have all these words, the last of which need not be complete. Problems: kid-mode (403),
     * invalid-value (422), store-unavailable (503).
     */
    @GetMapping("/suggest")
    Mono<Page<SuggestionView>> suggest(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "" + SuggestTopics.MOST) int limit,
            Caller caller,
            ServerWebExchange exchange) {
        return freshness.read(
                exchange,
                () -> without(caller)
                        .thenApply(blocked -> new SuggestTopics(caller.actor(), q, blocked, limit))
                        .thenCompose(query -> queries.query(query, PageOf.items(SuggestionView.class))),
                ForumWebConfiguration.SEARCH);
    }

    private CompletableFuture<Set<UserId>> without(Caller caller) {
        return blocks.blockedBy(caller.actor().id());
    }
}
