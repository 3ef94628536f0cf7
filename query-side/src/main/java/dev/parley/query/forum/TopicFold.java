package dev.parley.query.forum;

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
import java.util.Date;
import org.bson.Document;

/** What a topic is after each of its events, for the read model and for times before: but where it stands in lists. */
final class TopicFold {
    private TopicFold() {}

    /**
     * Where and when an event happened.
     *
     * @param sequence in its stream
     * @param position in the log
     */
    record Place(long sequence, Date at, long position) {}

    static StoredTopic started(TopicStarted started, Place place) {
        Document state = new Document(TopicDocument.CATEGORY, started.category().slug())
                .append(TopicDocument.AUTHOR, started.author().value())
                .append(TopicDocument.TITLE, started.title())
                .append(TopicDocument.CREATED_AT, place.at())
                .append(TopicDocument.UPDATED_AT, place.at())
                .append(TopicDocument.LAST, -1L)
                .append(TopicDocument.POSTS, 0L)
                .append(TopicDocument.CLOSED, false)
                .append(TopicDocument.PINNED, false)
                .append(TopicDocument.REMOVED, false)
                .append(TopicDocument.CHUNKS, new Document());
        return new StoredTopic(started.topicId().value(), place.sequence(), state, 0);
    }

    static StoredTopic after(TopicEvent event, StoredTopic topic, Place place) {
        return switch (event) {
            case TopicStarted other -> topic;
            case PostAdded added -> bumped(topic, added, place);
            case PostEdited edited -> topic.with(place.sequence(), new Document());
            case PostErased erased -> set(topic, place, TopicDocument.POSTS, erased.visiblePosts());
            case PostRemoved removed -> set(topic, place, TopicDocument.POSTS, removed.visiblePosts());
            case TopicClosed closed -> set(topic, place, TopicDocument.CLOSED, true);
            case TopicReopened reopened -> set(topic, place, TopicDocument.CLOSED, false);
            case TopicPinned pinned -> set(topic, place, TopicDocument.PINNED, true);
            case TopicUnpinned unpinned -> set(topic, place, TopicDocument.PINNED, false);
            case TopicMoved moved ->
                set(topic, place, TopicDocument.CATEGORY, moved.to().slug());
            case TopicRemoved removed -> set(topic, place, TopicDocument.REMOVED, true);
        };
    }

    private static StoredTopic bumped(StoredTopic topic, PostAdded added, Place place) {
        Document changes = new Document(TopicDocument.UPDATED_AT, place.at())
                .append(TopicDocument.LAST, place.position())
                .append(TopicDocument.POSTS, added.visiblePosts());
        return topic.with(place.sequence(), changes);
    }

    private static StoredTopic set(StoredTopic topic, Place place, String field, Object value) {
        return topic.with(place.sequence(), new Document(field, value));
    }
}
