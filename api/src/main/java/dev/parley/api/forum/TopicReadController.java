package dev.parley.api.forum;

import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.api.member.Introductions;
import dev.parley.command.CommandRejected;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.CategoryId;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.BlockLists;
import dev.parley.query.Page;
import dev.parley.query.PageOf;
import dev.parley.query.forum.TopicQuery.FindTopic;
import dev.parley.query.forum.TopicQuery.ListTopics;
import dev.parley.query.forum.TopicView;
import dev.parley.query.forum.post.PostPages;
import dev.parley.query.forum.post.PostQuery.ListPosts;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Shows topics and their posts, without those of people whom the caller blocks. */
@RestController
@RequestMapping("/api/forum/topics")
class TopicReadController {
    private final Freshness freshness;
    private final QueryGateway queries;
    private final PostPages pages;
    private final BlockLists blocks;
    private final Introductions introductions;
    private final TopicVisits visits;

    TopicReadController(
            Freshness freshness,
            QueryGateway queries,
            PostPages pages,
            BlockLists blocks,
            Introductions introductions,
            TopicVisits visits) {
        this.freshness = freshness;
        this.queries = queries;
        this.pages = pages;
        this.blocks = blocks;
        this.introductions = introductions;
        this.visits = visits;
    }

    /**
     * The topics of the forum, of a category, or of an author: pinned ones first, unless an author is named, and then by
     * last post, the newest first. A page may be short, and still lead on. Problems: kid-mode (403), unknown-category
     * (404), invalid-value, unknown-user (422).
     */
    @GetMapping
    Mono<Page<TopicView>> list(
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String author,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        Optional<CategoryId> in =
                Optional.of(category).filter(slug -> !slug.isEmpty()).map(CategoryId::new);
        return introductions
                .named(author, "author")
                .flatMap(by -> freshness.read(
                        exchange,
                        () -> without(caller)
                                .thenApply(blocked -> new ListTopics(caller.actor(), in, by, blocked, cursor, limit))
                                .thenCompose(query -> queries.query(query, PageOf.items(TopicView.class))),
                        ForumWebConfiguration.TOPICS));
    }

    /**
     * A topic and a page of its posts: from the start, or right after a post, which is named by its id or its number.
     * A page of very long posts ends before 4 MB, and {@code next} leads on. The first look of a person on a day counts
     * as a view. Problems: kid-mode (403), unknown-topic (404), invalid-value (422).
     */
    @GetMapping(path = "/{topicId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @TopicPageAnswer
    Mono<byte[]> find(
            @PathVariable TopicId topicId,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller,
            ServerWebExchange exchange) {
        long number = PostNumbers.of(topicId, after);
        return freshness
                .read(
                        exchange,
                        () -> without(caller)
                                .thenCompose(blocked ->
                                        page(new ListPosts(caller.actor(), topicId, number, blocked, limit))),
                        ForumWebConfiguration.TOPICS,
                        ForumWebConfiguration.POSTS)
                .doOnNext(found -> visits.note(topicId, caller, exchange));
    }

    private CompletableFuture<Set<UserId>> without(Caller caller) {
        return blocks.blockedBy(caller.actor().id());
    }

    private CompletableFuture<byte[]> page(ListPosts query) {
        return queries.query(new FindTopic(query.viewer(), query.topicId()), TopicView.class)
                .thenApply(topic -> Optional.ofNullable(topic)
                        .filter(found -> !query.without()
                                .contains(new UserId(found.author().id())))
                        .orElseThrow(TopicReadController::unknown))
                .thenCombine(pages.read(query), TopicPageAnswer.Bytes::of);
    }

    private static CommandRejected unknown() {
        return new CommandRejected(Rejection.UNKNOWN_TOPIC, "There is no such topic.");
    }
}
