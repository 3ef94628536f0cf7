package dev.parley.query.forum.post;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.MemberEvent.MemberErased;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Names;
import dev.parley.query.Page;
import dev.parley.query.ReadRefused;
import dev.parley.query.forum.ForumReaders;
import dev.parley.query.forum.post.PostQuery.ListPosts;
import dev.parley.query.live.LogListener;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages of a topic's posts, ready to be sent. One that was built stays in memory, up to 32 MB of them all, and is found
 * again by everything that it follows from: the topic as it is stored at the moment, which is read first, in the version
 * of the read model that is read, and the names. All who react to none of its posts share one.
 */
@Component
public class PostPages implements LogListener {
    private static final long MAX_BYTES = 32L * 1024 * 1024;
    private static final int KEY_BYTES = 256;
    private static final int PERSON_BYTES = 64;

    private final ForumReaders readers;
    private final StoredPosts stored;
    private final PostReader posts;
    private final Names names;
    private final JsonMapper json = JsonMapper.shared();
    private final AsyncCache<Key, Built> pages = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, Built page) -> KEY_BYTES
                    + page.json().length
                    + PERSON_BYTES * (key.without().size() + page.reacting().size()))
            .buildAsync();

    PostPages(ForumReaders readers, StoredPosts stored, PostReader posts, Names names) {
        this.readers = readers;
        this.stored = stored;
        this.posts = posts;
        this.names = names;
    }

    /** @param viewer whose reactions are theirs: one person or nobody */
    private record Key(
            TopicId topic, Seen seen, long renames, Set<UserId> viewer, Set<UserId> without, long after, int limit) {}

    /** @param generation of what is read, from before the topic's progress was */
    private record Seen(long generation, TopicProgress progress) {}

    private record Built(byte[] json, Set<UserId> reacting) {}

    /**
     * A {@link Page} of {@link PostView}s as JSON in UTF-8, which nobody may change.
     *
     * @return fails with {@link ReadRefused} as {@link ListPosts} does
     */
    public CompletableFuture<byte[]> read(ListPosts query) {
        return readers.read(query.viewer(), () -> see(query.topicId()))
                .thenCompose(seen -> {
                    PostReader.requireThere(query.topicId(), seen.progress());
                    UserId viewer = query.viewer().id();
                    return page(query, seen, Set.of())
                            .thenCompose(all -> all.reacting().contains(viewer)
                                    ? page(query, seen, Set.of(viewer))
                                    : CompletableFuture.completedFuture(all));
                })
                .thenApply(Built::json);
    }

    private CompletableFuture<Seen> see(TopicId topic) {
        long generation = stored.generation();
        return stored.progress(topic).thenApply(progress -> new Seen(generation, progress));
    }

    private CompletableFuture<Built> page(ListPosts query, Seen seen, Set<UserId> viewer) {
        var key =
                new Key(query.topicId(), seen, names.renames(), viewer, query.without(), query.after(), query.limit());
        return pages.get(
                key,
                (wanted, executor) -> posts.page(query, viewer)
                        .thenApply(shown -> new Built(json.writeValueAsBytes(shown.page()), shown.reacting())));
    }

    /** No page stays in memory that may show what somebody wrote who is erased. */
    @Override
    public void on(DomainEventMessage<?> event, TrackingToken at) {
        if (MemberErased.class.equals(event.getPayloadType())) {
            pages.synchronous().invalidateAll();
        }
    }
}
