package dev.parley.query.forum.mention;

import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.pushEach;

import com.mongodb.client.model.PushOptions;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.query.MentionLists;
import dev.parley.query.Writes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Keeps for everybody the latest posts that speak of them: those that were told when they were written. */
@Component
@ProcessingGroup(MentionLists.PROJECTION)
class MentionProjection {
    private static final Bson LATEST = pushEach(
            MentionDocument.ENTRIES,
            List.of(),
            new PushOptions()
                    .sortDocument(new Document(MentionDocument.POSITION, 1))
                    .slice(-MentionLists.MOST));

    private final Writes writes;

    MentionProjection(Writes writes) {
        this.writes = writes;
    }

    /** Two writes for an entry: no single one both adds it once and cuts what is too much. */
    @EventHandler
    void on(PostAdded added, @SequenceNumber long sequence, @Timestamp Instant at, TrackingToken token) {
        Document entry = new Document(MentionDocument.POSITION, token.position().orElseThrow())
                .append(MentionDocument.POST, new PostId(added.topicId(), added.number(), sequence).toString())
                .append(MentionDocument.AUTHOR, added.author().value())
                .append(MentionDocument.AT, Date.from(at));
        added.mentions().forEach(person -> {
            writes.add(MentionDocument.COLLECTION, person.value(), addToSet(MentionDocument.ENTRIES, entry));
            writes.add(MentionDocument.COLLECTION, person.value(), LATEST);
        });
    }

    @ResetHandler
    void reset() {
        writes.drop(MentionDocument.COLLECTION);
    }
}
