package dev.parley.query;

import dev.parley.kernel.forum.TopicId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What the forum's topics are called, as far as the read model of topics has come. */
public interface TopicTitles {
    /** The titles of those of these that there are: one that a moderator removed is not among them. One read. */
    CompletableFuture<Map<TopicId, String>> titles(Set<TopicId> topics);
}
