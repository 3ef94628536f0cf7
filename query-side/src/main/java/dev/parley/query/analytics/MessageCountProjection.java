package dev.parley.query.analytics;

import com.mongodb.client.MongoDatabase;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import dev.parley.query.analytics.Tally.Mark;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Counts what people write: lines by the type of their room, direct messages and posts, for each day. */
@Projection(
        name = "message-counts",
        collections = {MessageCountProjection.COUNTS, MessageCountProjection.MARKS},
        restMillis = 500)
class MessageCountProjection {
    static final String COUNTS = "message_counts";
    static final String MARKS = "message_marks";
    static final String DIRECT = "direct";
    static final String FORUM = "forum";

    private final Tally tally;

    MessageCountProjection(Writes writes, MongoDatabase writtenDatabase) {
        tally = new Tally(writes, writtenDatabase, COUNTS, MARKS, MessageCountProjection::marks);
    }

    @EventHandler(payloadType = MessagePosted.class)
    void onLine(TrackedEventMessage<?> event) {
        tally.take(event);
    }

    @EventHandler(payloadType = DirectMessageSent.class)
    void onDirectMessage(TrackedEventMessage<?> event) {
        tally.take(event);
    }

    @EventHandler(payloadType = PostAdded.class)
    void onPost(TrackedEventMessage<?> event) {
        tally.take(event);
    }

    /** @param kind a type of room, {@value #DIRECT} or {@value #FORUM} */
    static String count(LocalDate day, String kind) {
        return day + "~" + kind;
    }

    /** Looks at no event itself, whose text would have to be decrypted. */
    private static Stream<Mark> marks(TrackedEventMessage<?> event) {
        return kind(event.getPayloadType(), ((DomainEventMessage<?>) event).getAggregateIdentifier()).stream()
                .map(kind -> Mark.ofEvent(count(Tally.day(event), kind), Tally.position(event)));
    }

    /** The id of a room begins with its type. */
    private static Optional<String> kind(Class<?> event, String stream) {
        if (event == MessagePosted.class) {
            return Optional.of(stream.substring(0, stream.indexOf('~')));
        }
        if (event == DirectMessageSent.class) {
            return Optional.of(DIRECT);
        }
        return event == PostAdded.class ? Optional.of(FORUM) : Optional.empty();
    }
}
