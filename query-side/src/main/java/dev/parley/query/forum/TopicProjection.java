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
import dev.parley.query.forum.TopicFold.Place;
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
        var place = new Place(sequence, Date.from(at), token.position().orElseThrow());
        if (event instanceof TopicStarted started && !batch.knows(started.topicId())) {
            batch.keep(TopicFold.started(started, place));
        }
        batch.before(event.topicId(), sequence)
                .ifPresent(topic ->
                        batch.keep(stood(event, topic, TopicFold.after(event, topic, place), place.position(), batch)));
    }

    @EventHandler
    void on(TopicViewed viewed) {
        TopicBatch.current(writes, database);
        writes.raise(
                TopicDocument.COLLECTION, viewed.topicId().value(), new Document(TopicDocument.VIEWS, viewed.views()));
    }

    /** Has the topic stand where it belongs by now. */
    private static StoredTopic stood(
            TopicEvent event, StoredTopic before, StoredTopic after, long position, TopicBatch batch) {
        return switch (event) {
            case PostAdded added -> batch.bump(before, after);
            case TopicMoved moved -> batch.move(before, after);
            case TopicPinned pinned -> pinned(after, position, batch);
            case TopicUnpinned unpinned -> unpinned(after, batch);
            case TopicRemoved removed -> removed(after, batch);
            case TopicStarted other -> after;
            case PostEdited other -> after;
            case PostErased other -> after;
            case PostRemoved other -> after;
            case TopicClosed other -> after;
            case TopicReopened other -> after;
        };
    }

    private static StoredTopic pinned(StoredTopic topic, long position, TopicBatch batch) {
        batch.pin(topic, position);
        return topic;
    }

    private static StoredTopic unpinned(StoredTopic topic, TopicBatch batch) {
        batch.unpin(topic);
        return topic;
    }

    private static StoredTopic removed(StoredTopic topic, TopicBatch batch) {
        batch.remove(topic);
        if (topic.pinned()) {
            batch.unpin(topic);
        }
        return topic;
    }
}
