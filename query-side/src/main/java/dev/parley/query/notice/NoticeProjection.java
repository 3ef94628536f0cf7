package dev.parley.query.notice;

import static com.mongodb.client.model.Updates.addToSet;

import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.moderation.CaseEvent.CaseActioned;
import dev.parley.query.KeptEntries;
import dev.parley.query.Notice;
import dev.parley.query.NoticeLists;
import dev.parley.query.Notices;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.conversions.Bson;

/** Keeps for everybody the latest of what they were told. */
@Projection(name = NoticeLists.PROJECTION, collections = NoticeDocument.COLLECTION)
class NoticeProjection {
    private static final Bson LATEST =
            KeptEntries.latest(NoticeLists.MOST, NoticeDocument.ENTRIES, NoticeDocument.POSITION);

    private final Writes writes;

    NoticeProjection(Writes writes) {
        this.writes = writes;
    }

    @EventHandler(payloadType = PostAdded.class)
    void onPost(DomainEventMessage<?> event, TrackingToken token) {
        keep(event, token);
    }

    @EventHandler(payloadType = MemberEvent.class)
    void onMember(DomainEventMessage<?> event, TrackingToken token) {
        keep(event, token);
    }

    @EventHandler(payloadType = CaseActioned.class)
    void onCase(DomainEventMessage<?> event, TrackingToken token) {
        keep(event, token);
    }

    void keep(DomainEventMessage<?> event, TrackingToken token) {
        Notices.of(event, token.position().orElseThrow()).forEach(this::keep);
    }

    private void keep(Notice notice) {
        String person = notice.place().to().value();
        writes.add(NoticeDocument.COLLECTION, person, addToSet(NoticeDocument.ENTRIES, NoticeDocument.of(notice)));
        writes.add(NoticeDocument.COLLECTION, person, LATEST);
    }
}
