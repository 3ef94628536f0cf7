package dev.parley.query.forum.search;

import dev.parley.kernel.forum.ReactionEvent;
import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.member.MemberEvent.MemberErased;
import dev.parley.query.Projection;
import dev.parley.query.search.ErasedTexts;
import dev.parley.query.search.IndexWrites;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps every topic and post of the forum findable, as long as it can be seen. */
@Projection(name = "forum-search")
class ForumSearchProjection {
    private final ForumWrites writes;
    private final ErasedTexts erasures;

    ForumSearchProjection(ForumWrites writes, IndexWrites indexes, ErasedTexts erasures) {
        this.writes = writes;
        this.erasures = erasures;
        indexes.declare(ForumIndex.INDEX);
    }

    @EventHandler
    void on(TopicEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        writes.add(new ForumChange.InTopic(event, sequence, at));
    }

    /** What they wrote is found no more. A topic's title stands in all of its posts, whoever wrote them. */
    @EventHandler
    void on(MemberErased erased, TrackingToken token) {
        erasures.hide(
                ForumIndex.INDEX, ForumIndex.AUTHOR, erased.member(), ForumIndex.CONTENT, ForumIndex.VISIBLE, token);
        erasures.erase(ForumIndex.INDEX, ForumIndex.TOPIC_AUTHOR, erased.member(), ForumIndex.TITLE, token);
    }

    @EventHandler
    void on(ReactionEvent event, @SequenceNumber long sequence) {
        writes.add(new ForumChange.ToPost(event, sequence));
    }
}
