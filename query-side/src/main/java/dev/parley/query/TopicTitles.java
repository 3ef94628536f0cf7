package dev.parley.query;

import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What the forum's topics are called, and whose they are, as far as the read model of topics has come. */
public interface TopicTitles {
    /** @param author who began the topic */
    record Titled(String title, UserId author) {}

    /** The titles of those of these that there are: one that a moderator removed is not among them. One read. */
    CompletableFuture<Map<TopicId, Titled>> titles(Set<TopicId> topics);
}
