package dev.parley.query.forum;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.forum.TopicQuery.FindTopic;
import dev.parley.query.forum.TopicQuery.ListTopics;
import dev.parley.query.forum.TopicWalk.Gathered;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

/** Answers what is asked about topics. */
@Component
class TopicQueryHandler {
    private final StoredTopics topics;
    private final StoredLists lists;
    private final StoredCategories categories;
    private final ForumReaders readers;
    private final Names names;

    TopicQueryHandler(
            StoredTopics topics, StoredLists lists, StoredCategories categories, ForumReaders readers, Names names) {
        this.topics = topics;
        this.lists = lists;
        this.categories = categories;
        this.readers = readers;
        this.names = names;
    }

    @QueryHandler
    CompletableFuture<TopicView> handle(FindTopic query) {
        return readers.read(
                query.viewer(),
                () -> topics.find(Set.of(query.topicId().value()))
                        .thenCompose(found -> views(found.values()))
                        .thenApply(views -> views.isEmpty() ? null : views.getFirst()));
    }

    @QueryHandler
    CompletableFuture<Page<TopicView>> handle(ListTopics query) {
        return readers.read(
                query.viewer(),
                () -> new TopicWalk(query, lists, topics)
                        .gather()
                        .thenCompose(page -> inCategoryThatIsThere(query, page))
                        .thenCompose(page -> views(page.topics())
                                .thenApply(views -> new Page<>(
                                        views,
                                        page.next()
                                                .map(next -> next.text(query.board()))
                                                .orElse(null)))));
    }

    /** Whether there is such a category is asked only where it has no topics. */
    private CompletableFuture<Gathered> inCategoryThatIsThere(ListTopics query, Gathered page) {
        if (query.category().isEmpty() || !page.isNothing()) {
            return CompletableFuture.completedFuture(page);
        }
        return categories.all().thenApply(all -> {
            if (!all.containsKey(query.category().get().slug())) {
                throw new ReadRefused(Rejection.UNKNOWN_CATEGORY, "There is no category with this slug.");
            }
            return page;
        });
    }

    private CompletableFuture<List<TopicView>> views(Collection<StoredTopic> found) {
        Set<UserId> authors = found.stream().map(StoredTopic::author).collect(Collectors.toUnmodifiableSet());
        return names.people(authors)
                .thenApply(
                        named -> found.stream().map(topic -> topic.view(named)).toList());
    }
}
