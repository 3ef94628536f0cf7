package dev.parley.query.forum.search;

import dev.parley.kernel.forum.ReactionEvent;
import dev.parley.kernel.forum.TopicEvent;
import dev.parley.query.Projection;
import dev.parley.query.search.IndexWrites;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;

/** Keeps every topic and post of the forum findable, as long as it can be seen. */
@Projection(name = "forum-search")
class ForumSearchProjection {
    private final ForumWrites writes;
    private final IndexWrites indexes;

    ForumSearchProjection(ForumWrites writes, IndexWrites indexes) {
        this.writes = writes;
        this.indexes = indexes;
        indexes.declare(ForumIndex.INDEX);
    }

    @EventHandler
    void on(TopicEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        writes.add(new ForumChange.InTopic(event, sequence, at));
    }

    @EventHandler
    void on(ReactionEvent event, @SequenceNumber long sequence) {
        writes.add(new ForumChange.ToPost(event, sequence));
    }
}
