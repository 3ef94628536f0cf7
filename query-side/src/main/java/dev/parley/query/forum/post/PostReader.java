package dev.parley.query.forum.post;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Naming;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.forum.post.PostQuery.ListPosts;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads one page of posts with the names of the people on it. */
@Component
class PostReader {
    private final PostSource posts;
    private final Naming names;

    PostReader(PostSource posts, Naming names) {
        this.posts = posts;
        this.names = names;
    }

    /**
     * A page as it looks to some viewers.
     *
     * @param reacting to whom it looks different, unless it is theirs
     */
    record Shown(Page<PostView> page, Set<UserId> reacting) {}

    /** @param viewer whose reactions are theirs: one person or nobody */
    CompletableFuture<Shown> page(ListPosts query, Set<UserId> viewer) {
        return new PostWalk(query).through(posts).thenCompose(found -> {
            requireThere(query.topicId(), found.progress());
            Set<UserId> people = found.posts().stream().flatMap(Post::people).collect(Collectors.toUnmodifiableSet());
            return names.people(people)
                    .thenApply(named -> new Shown(
                            new Page<>(
                                    found.posts().stream()
                                            .map(post -> post.shownTo(viewer, named))
                                            .toList(),
                                    found.next() == 0 ? null : Long.toString(found.next())),
                            found.posts().stream().flatMap(Post::reacting).collect(Collectors.toUnmodifiableSet())));
        });
    }

    static void requireThere(TopicId topic, TopicProgress progress) {
        if (!progress.isToBeSeen()) {
            throw new ReadRefused(Rejection.UNKNOWN_TOPIC, "There is no topic " + topic + ".");
        }
    }
}
