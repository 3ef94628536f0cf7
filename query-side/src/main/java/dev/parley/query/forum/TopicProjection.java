package dev.parley.query.forum;

import com.mongodb.client.MongoDatabase;
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
import dev.parley.kernel.forum.TopicViewed;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.time.Instant;
import java.util.Date;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;

/**
 * Keeps a document per topic, and the lists in which topics stand: all, those of a category, those of an author, and
 * the pinned ones. To move a topic up it has to know where it stood, so a batch of events begins with three reads of
 * what this projection itself has stored. Lists are written before topics, which tell what in the lists is true: so a
 * flush that was cut off is made good by handling its events again.
 */
@Projection(
        name = "topics",
        collections = {TopicListDocument.COLLECTION, TopicDocument.COLLECTION})
class TopicProjection {
    private final Writes writes;
    private final MongoDatabase database;

    TopicProjection(Writes writes, MongoDatabase writtenDatabase) {
        this.writes = writes;
        this.database = writtenDatabase;
    }

    @EventHandler
    void on(TopicEvent event, @SequenceNumber long sequence, @Timestamp Instant at, TrackingToken token) {
        TopicBatch batch = TopicBatch.current(writes, database);
        if (event instanceof TopicStarted started && !batch.knows(started.topicId())) {
            batch.keep(started(started, sequence, at));
        }
        batch.before(event.topicId(), sequence).ifPresent(topic -> {
            var place = new Place(sequence, Date.from(at), token.position().orElseThrow());
            batch.keep(after(event, topic, place, batch));
        });
    }

    @EventHandler
    void on(TopicViewed viewed) {
        TopicBatch.current(writes, database);
        writes.raise(
                TopicDocument.COLLECTION, viewed.topicId().value(), new Document(TopicDocument.VIEWS, viewed.views()));
    }

    /** @param position in the log */
    private record Place(long sequence, Date at, long position) {}

    private static StoredTopic after(TopicEvent event, StoredTopic topic, Place place, TopicBatch batch) {
        return switch (event) {
            case TopicStarted other -> topic;
            case PostAdded added -> batch.bump(topic, bumped(topic, added, place));
            case PostEdited edited -> topic.with(place.sequence(), new Document());
            case PostErased erased -> set(topic, place, TopicDocument.POSTS, erased.visiblePosts());
            case PostRemoved removed -> set(topic, place, TopicDocument.POSTS, removed.visiblePosts());
            case TopicClosed closed -> set(topic, place, TopicDocument.CLOSED, true);
            case TopicReopened reopened -> set(topic, place, TopicDocument.CLOSED, false);
            case TopicPinned pinned -> pinned(topic, place, batch);
            case TopicUnpinned unpinned -> unpinned(topic, place, batch);
            case TopicMoved moved ->
                batch.move(
                        topic,
                        set(topic, place, TopicDocument.CATEGORY, moved.to().slug()));
            case TopicRemoved removed -> removed(topic, place, batch);
        };
    }

    private static StoredTopic started(TopicStarted started, long sequence, Instant at) {
        Document state = new Document(TopicDocument.CATEGORY, started.category().slug())
                .append(TopicDocument.AUTHOR, started.author().value())
                .append(TopicDocument.TITLE, started.title())
                .append(TopicDocument.CREATED_AT, Date.from(at))
                .append(TopicDocument.UPDATED_AT, Date.from(at))
                .append(TopicDocument.LAST, -1L)
                .append(TopicDocument.POSTS, 0L)
                .append(TopicDocument.CLOSED, false)
                .append(TopicDocument.PINNED, false)
                .append(TopicDocument.REMOVED, false)
                .append(TopicDocument.CHUNKS, new Document());
        return new StoredTopic(started.topicId().value(), sequence, state, 0);
    }

    private static StoredTopic bumped(StoredTopic topic, PostAdded added, Place place) {
        Document changes = new Document(TopicDocument.UPDATED_AT, place.at())
                .append(TopicDocument.LAST, place.position())
                .append(TopicDocument.POSTS, added.visiblePosts());
        return topic.with(place.sequence(), changes);
    }

    private static StoredTopic pinned(StoredTopic topic, Place place, TopicBatch batch) {
        batch.pin(topic, place.position());
        return set(topic, place, TopicDocument.PINNED, true);
    }

    private static StoredTopic unpinned(StoredTopic topic, Place place, TopicBatch batch) {
        batch.unpin(topic);
        return set(topic, place, TopicDocument.PINNED, false);
    }

    private static StoredTopic removed(StoredTopic topic, Place place, TopicBatch batch) {
        StoredTopic changed = set(topic, place, TopicDocument.REMOVED, true);
        batch.remove(changed);
        if (topic.pinned()) {
            batch.unpin(changed);
        }
        return changed;
    }

    private static StoredTopic set(StoredTopic topic, Place place, String field, Object value) {
        return topic.with(place.sequence(), new Document(field, value));
    }
}
