package dev.parley.query.forum.post;

import dev.parley.kernel.forum.TopicId;
import dev.parley.query.forum.post.StoredPosts.Stretch;
import java.util.concurrent.CompletableFuture;

/** Where posts are read from by their numbers, which have no holes. */
interface PostSource {
    /** The topic's progress, and those of the posts {@code first} to {@code last}, both included, that there are. */
    CompletableFuture<Stretch> read(TopicId topic, long first, long last);
}
