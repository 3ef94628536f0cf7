package dev.parley.query.activity;

import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.setOnInsert;

import dev.parley.kernel.activity.ActivityReported;
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
import dev.parley.query.KeptEntries;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;

/**
 * Keeps a document per person and day (UTC) of what services reported of them and what they wrote in the forum: the
 * first 100 reports and the first 100 posts of a day, the rest is dropped, so that neither takes room from the other.
 * The smallest places in the log are kept, whatever the order in which the events come and however often.
 */
@Projection(name = "activities", collections = ActivityDocument.COLLECTION)
class ActivityProjection {
    static final String TOPIC = "topic";
    static final String POST = "post";

    private final Writes writes;

    ActivityProjection(Writes writes) {
        this.writes = writes;
    }

    @EventHandler
    void on(ActivityReported reported, @Timestamp Instant at, TrackingToken token) {
        add(
                ActivityDocument.REPORTS,
                reported.member(),
                at,
                entry(token, reported.kind().label(), at)
                        .append(ActivityDocument.TITLE, reported.title())
                        .append(ActivityDocument.URL, reported.url()));
    }

    @EventHandler
    void on(TopicEvent event, @Timestamp Instant at, TrackingToken token) {
        switch (event) {
            case PostAdded added ->
                add(
                        ActivityDocument.POSTS,
                        added.author(),
                        at,
                        entry(token, added.number() == 1 ? TOPIC : POST, at)
                                .append(ActivityDocument.TOPIC, added.topicId().value())
                                .append(ActivityDocument.NUMBER, added.number()));
            case PostErased erased -> gone(erased.topicId(), erased.number());
            case PostRemoved removed -> gone(removed.topicId(), removed.number());
            case TopicStarted other -> {}
            case PostEdited other -> {}
            case TopicClosed other -> {}
            case TopicReopened other -> {}
            case TopicPinned other -> {}
            case TopicUnpinned other -> {}
            case TopicMoved other -> {}
            case TopicRemoved other -> {}
        }
    }

    /** The event does not tell whose it was, so those who read look here. */
    private void gone(TopicId topic, long number) {
        writes.add(ActivityDocument.COLLECTION, topic.value(), addToSet(ActivityDocument.GONE, number));
    }

    private static Document entry(TrackingToken token, String kind, Instant at) {
        return new Document(ActivityDocument.POSITION, token.position().orElseThrow())
                .append(ActivityDocument.KIND, kind)
                .append(ActivityDocument.AT, Date.from(at));
    }

    private void add(String field, UserId person, Instant at, Document entry) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        String id = ActivityDocument.id(person, day);
        writes.add(
                ActivityDocument.COLLECTION,
                id,
                combine(
                        setOnInsert(ActivityDocument.PERSON, person.value()),
                        setOnInsert(ActivityDocument.DAY, day.toString()),
                        addToSet(field, entry)));
        writes.add(
                ActivityDocument.COLLECTION,
                id,
                KeptEntries.first(ActivityDocument.MOST_A_DAY, field, ActivityDocument.POSITION));
        writes.add(ActivityDocument.COLLECTION, person.value(), addToSet(ActivityDocument.DAYS, day.toString()));
    }
}
