package dev.parley.query.forum.post;

import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.ReactionEvent;
import dev.parley.kernel.forum.ReactionEvent.ReactionAdded;
import dev.parley.kernel.forum.ReactionEvent.ReactionTakenBack;
import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicEvent.PostEdited;
import dev.parley.kernel.forum.TopicEvent.PostErased;
import dev.parley.kernel.forum.TopicEvent.PostRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicClosed;
import dev.parley.kernel.forum.TopicEvent.TopicMoved;
import dev.parley.kernel.forum.TopicEvent.TopicPinned;
import dev.parley.kernel.forum.TopicEvent.TopicRemoved;
import dev.parley.kernel.forum.TopicEvent.TopicReopened;
import dev.parley.kernel.forum.TopicEvent.TopicStarted;
import dev.parley.kernel.forum.TopicEvent.TopicUnpinned;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Latest;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import dev.parley.query.forum.markup.Markup;
import java.time.Instant;
import java.util.Date;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Keeps a document per post, one of its versions once it was edited, and one per topic that says how far its posts are
 * stored. That one is always written after what it speaks of.
 */
@Projection(name = "posts", collections = PostDocument.COLLECTION)
class PostProjection {
    static final String ERASED = "erased";
    static final String TAKEN_OUT = "removed";

    private final Writes writes;
    private final Markup markup;

    PostProjection(Writes writes, Markup markup) {
        this.writes = writes;
        this.markup = markup;
    }

    @EventHandler
    void on(TopicEvent event, @SequenceNumber long sequence, @Timestamp Instant at, TrackingToken token) {
        switch (event) {
            case PostAdded added -> add(added, sequence, at);
            case PostEdited edited -> edit(edited, sequence, at);
            case PostErased erased -> erase(erased, sequence);
            case PostRemoved removed -> hide(removed.topicId(), removed.number(), sequence, TAKEN_OUT);
            case TopicRemoved removed -> change(removed.topicId().value(), set(PostDocument.REMOVED, true));
            case TopicStarted other -> {}
            case TopicClosed other -> {}
            case TopicReopened other -> {}
            case TopicPinned other -> {}
            case TopicUnpinned other -> {}
            case TopicMoved other -> {}
        }
        if (event instanceof PostAdded added) {
            raise(added.topicId(), PostDocument.LAST, added.number());
        }
        raise(event.topicId(), PostDocument.POSITION, token.position().orElseThrow());
    }

    @EventHandler
    void on(ReactionEvent event, @SequenceNumber long sequence, TrackingToken token) {
        switch (event) {
            case ReactionAdded added -> react(added.postId(), added.reaction(), added.by(), sequence, true);
            case ReactionTakenBack taken -> react(taken.postId(), taken.reaction(), taken.by(), sequence, false);
        }
        PostId post = event.postId();
        raise(
                post.topic(),
                PostDocument.reacted(post.number()),
                token.position().orElseThrow());
    }

    private void react(PostId post, Reaction reaction, UserId by, long sequence, boolean reacts) {
        change(
                PostDocument.id(post.topic(), post.number()),
                Latest.set(PostDocument.reaction(reaction, by), sequence, reacts));
    }

    private void add(PostAdded added, long sequence, Instant at) {
        var text = Text.rendered(markup, added.content().text(), added.mentions(), at);
        writes.insert(
                PostDocument.COLLECTION,
                new Document("_id", PostDocument.id(added.topicId(), added.number()))
                        .append(PostDocument.TOPIC, added.topicId().value())
                        .append(PostDocument.NUMBER, added.number())
                        .append(PostDocument.SEQUENCE, sequence)
                        .append(PostDocument.AUTHOR, added.author().value())
                        .append(PostDocument.AT, Date.from(at))
                        .append(PostDocument.ORIGINAL, Latest.of(sequence, text.document())));
    }

    private void edit(PostEdited edited, long sequence, Instant at) {
        String content = edited.content().text();
        var text = Text.rendered(markup, content, edited.mentions(), at);
        change(
                PostDocument.id(edited.topicId(), edited.number()),
                Latest.set(PostDocument.EDITED, sequence, text.document()));
        String versions = PostDocument.versions(edited.topicId(), edited.number());
        change(versions, addToSet(PostDocument.VERSIONS, Versions.entry(sequence, content, at)));
        change(versions, Versions.LATEST);
    }

    /** Nothing that it ever said is left, nor does it come back when something older is played again. */
    private void erase(PostErased erased, long sequence) {
        change(
                PostDocument.id(erased.topicId(), erased.number()),
                combine(
                        Latest.set(PostDocument.ORIGINAL, sequence, new Document()),
                        Latest.set(PostDocument.EDITED, sequence, new Document())));
        String versions = PostDocument.versions(erased.topicId(), erased.number());
        change(versions, addEachToSet(PostDocument.VERSIONS, Versions.NOTHING));
        change(versions, Versions.LATEST);
        hide(erased.topicId(), erased.number(), sequence, ERASED);
    }

    private void hide(TopicId topic, long number, long sequence, String how) {
        change(PostDocument.id(topic, number), Latest.setOnce(PostDocument.GONE, sequence, how));
    }

    private void change(String id, Bson change) {
        writes.add(PostDocument.COLLECTION, id, change);
    }

    private void raise(TopicId topic, String field, long value) {
        writes.raise(PostDocument.COLLECTION, topic.value(), new Document(field, value));
    }
}
