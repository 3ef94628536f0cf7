package dev.parley.query.forum.post;

import dev.parley.kernel.member.UserId;
import dev.parley.query.forum.post.PostQuery.ListPosts;
import dev.parley.query.forum.post.StoredPosts.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Gathers one page of posts, stretch by stretch, leaving out those of some authors. It gives up filling the page after
 * {@value #MAX_STRETCHES} stretches, so that a page costs at most so many reads; its {@code next} then leads on from the
 * last post looked at. It ends the page early, too, before a post with which it would exceed {@value #MAX_BYTES} bytes of
 * JSON. Whether more follows is told by the topic's progress: a page without people left out costs one read.
 */
final class PostWalk {
    private static final int MAX_STRETCHES = 20;
    private static final int LONGEST_STRETCH = 101;
    private static final long MAX_BYTES = 4_000_000;

    private final ListPosts query;
    private final Set<UserId> without;
    private final List<Post> wanted = new ArrayList<>();
    private TopicProgress progress = TopicProgress.NONE;
    private long lookedAt;
    private int stretches;
    private long bytes;
    private boolean full;

    PostWalk(ListPosts query) {
        this.query = query;
        this.without = query.without();
        this.lookedAt = query.after();
    }

    /**
     * What was found.
     *
     * @param progress read before the posts, which are at least as new
     * @param next number that leads on, 0 at the end
     */
    record Found(TopicProgress progress, List<Post> posts, long next) {}

    CompletableFuture<Found> through(PostSource stored) {
        if (stretches > 0 && (full || isAtTheEnd() || wanted.size() > query.limit() || stretches >= MAX_STRETCHES)) {
            return CompletableFuture.completedFuture(found());
        }
        int length = without.isEmpty() ? query.limit() + 1 - wanted.size() : LONGEST_STRETCH;
        return stored.read(query.topicId(), lookedAt + 1, lookedAt + length).thenCompose(stretch -> {
            take(stretch, lookedAt + length);
            return through(stored);
        });
    }

    private boolean isAtTheEnd() {
        return lookedAt >= progress.last();
    }

    private void take(Stretch stretch, long last) {
        if (stretches++ == 0) {
            progress = stretch.progress();
        }
        lookedAt = Math.min(last, Math.max(lookedAt, progress.last()));
        stretch.posts().stream()
                .filter(post -> post.id().number() <= progress.last() && !without.contains(post.author()))
                .limit(query.limit() + 1L - wanted.size())
                .takeWhile(this::fits)
                .forEach(wanted::add);
    }

    /** A page has at least one post, however long. */
    private boolean fits(Post post) {
        bytes += post.shownBytes();
        full = !wanted.isEmpty() && bytes > MAX_BYTES;
        return !full;
    }

    private Found found() {
        if (full) {
            return new Found(progress, wanted, wanted.getLast().id().number());
        }
        if (wanted.size() > query.limit()) {
            List<Post> page = wanted.subList(0, query.limit());
            return new Found(progress, page, page.getLast().id().number());
        }
        return new Found(progress, wanted, isAtTheEnd() ? 0 : lookedAt);
    }
}
