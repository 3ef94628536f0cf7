package dev.parley.api.direct;

import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.query.BlockLists;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.direct.ConversationPageView;
import dev.parley.query.direct.ConversationQuery.CountUnread;
import dev.parley.query.direct.ConversationQuery.FindConversation;
import dev.parley.query.direct.ConversationQuery.ListConversations;
import dev.parley.query.direct.ConversationView;
import dev.parley.query.direct.UnreadView;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The caller's own conversations, without those with people whom they block. */
@RestController
@RequestMapping("/api/messages")
class InboxController {
    private static final String CONVERSATIONS = "conversations";
    private static final String SEARCH = "direct-search";

    private final Freshness freshness;
    private final QueryGateway queries;
    private final BlockLists blocks;

    InboxController(Freshness freshness, QueryGateway queries, BlockLists blocks) {
        this.freshness = freshness;
        this.queries = queries;
        this.blocks = blocks;
    }

    /**
     * The 50 latest conversations, newest first; with {@code q} those, however old, with somebody whose name begins so,
     * or with a message that has these words. Problems: invalid-value (422), store-unavailable (503).
     */
    @GetMapping
    Mono<Page<ConversationView>> list(
            @RequestParam(defaultValue = "") String q, Caller caller, ServerWebExchange exchange) {
        return q.isEmpty()
                ? freshness.read(exchange, () -> list(q, caller), CONVERSATIONS)
                : freshness.read(exchange, () -> list(q, caller), CONVERSATIONS, SEARCH);
    }

    /** How many messages the caller has not read, in all of those conversations. */
    @GetMapping("/unread")
    Mono<UnreadView> unread(Caller caller, ServerWebExchange exchange) {
        var viewer = caller.actor().id();
        return freshness.read(
                exchange,
                () -> blocks.blockedBy(viewer)
                        .thenCompose(blocked -> queries.query(new CountUnread(viewer, blocked), UnreadView.class)),
                CONVERSATIONS);
    }

    /**
     * A conversation: when each of the two last read, and a page of its messages, oldest first: the newest, or the page
     * right before a message. Problems: unknown-conversation (404).
     */
    @GetMapping("/{conversationId}")
    Mono<ConversationPageView> find(
            @PathVariable ConversationId conversationId,
            @RequestParam(defaultValue = "") String before,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        var viewer = caller.actor().id();
        FindConversation query = before.isEmpty()
                ? FindConversation.newest(conversationId, viewer, limit)
                : FindConversation.before(DirectMessageId.parse(before), conversationId, viewer, limit);
        return freshness.read(exchange, () -> queries.query(query, ConversationPageView.class), CONVERSATIONS);
    }

    private CompletableFuture<Page<ConversationView>> list(String q, Caller caller) {
        var viewer = caller.actor().id();
        return blocks.blockedBy(viewer)
                .thenCompose(blocked ->
                        queries.query(new ListConversations(viewer, q, blocked), PageOf.items(ConversationView.class)));
    }
}
