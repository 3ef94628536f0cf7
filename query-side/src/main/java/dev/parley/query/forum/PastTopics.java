package dev.parley.query.forum;

import dev.parley.kernel.forum.TopicEvent;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
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
import dev.parley.kernel.forum.TopicViewed;
import dev.parley.kernel.forum.TopicViewsId;
import dev.parley.kernel.past.PastEvent;
import dev.parley.kernel.past.PastLog;
import dev.parley.kernel.past.PastStream;
import dev.parley.query.forum.TopicFold.Place;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/**
 * Topics as they were: from what was decided about them, their last post, and the last event that counts their posts.
 * Each of these is looked for through the whole stream, of at most 10,000 posts and their edits, and most of it not read.
 */
final class PastTopics {
    private static final List<Class<? extends TopicEvent>> DECISIONS = List.of(
            TopicClosed.class,
            TopicReopened.class,
            TopicPinned.class,
            TopicUnpinned.class,
            TopicMoved.class,
            TopicRemoved.class);
    private static final List<Class<? extends TopicEvent>> POSTS = List.of(PostAdded.class);
    private static final List<Class<? extends TopicEvent>> COUNTS =
            List.of(PostAdded.class, PostErased.class, PostRemoved.class);

    private final PastLog log;

    PastTopics(PastLog log) {
        this.log = log;
    }

    /** The topic, removed or not, of the stream whose first event began it. */
    StoredTopic find(PastStream topic) {
        PastEvent<TopicStarted> first = log.behind(
                        -1, topic, List.<Class<? extends TopicStarted>>of(TopicStarted.class), 1)
                .getFirst();
        StoredTopic found = TopicFold.started(first.event(), place(first));
        List<PastEvent<TopicEvent>> later = Stream.of(
                        log.behind(0, topic, DECISIONS, Integer.MAX_VALUE), last(topic, POSTS), last(topic, COUNTS))
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(PastEvent::sequence))
                .toList();
        for (PastEvent<TopicEvent> event : later) {
            found = TopicFold.after(event.event(), found, place(event));
        }
        return new StoredTopic(found.id(), found.sequence(), found.state(), views(topic));
    }

    private List<PastEvent<TopicEvent>> last(PastStream stream, List<Class<? extends TopicEvent>> types) {
        return log.before(Long.MAX_VALUE, stream, types, 1);
    }

    private long views(PastStream topic) {
        List<Class<? extends TopicViewed>> type = List.of(TopicViewed.class);
        return log.stream(TopicViewsId.of(new TopicId(topic.id())).value(), topic.asOf())
                .flatMap(views ->
                        log.before(Long.MAX_VALUE, views, type, 1).stream().findFirst())
                .map(viewed -> viewed.event().views())
                .orElse(0L);
    }

    private static Place place(PastEvent<?> event) {
        return new Place(event.sequence(), Date.from(event.at()), event.position());
    }
}
