package dev.parley.query.room.message;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;

import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomEvent.OwnerNamed;
import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.ParticipantRemoved;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.RoomEnabled;
import dev.parley.kernel.room.RoomEvent.RoomFinished;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.query.Latest;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.time.Instant;
import java.util.Date;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.bson.Document;

/**
 * Keeps a document per line, under the line's room and number, and one per room that says how far its lines are stored.
 * That one is always written after the lines it speaks of.
 */
@Projection(name = "messages", collections = LineDocument.COLLECTION)
class MessageProjection {
    private final Writes writes;

    MessageProjection(Writes writes) {
        this.writes = writes;
    }

    @EventHandler
    void on(RoomEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        switch (event) {
            case MessagePosted posted -> post(posted, sequence, at);
            case MessageRemoved removed -> remove(removed, sequence);
            case RoomOpened other -> advance(event, sequence);
            case OwnerNamed other -> advance(event, sequence);
            case ParticipantAdded other -> advance(event, sequence);
            case ParticipantRemoved other -> advance(event, sequence);
            case MemberTimedOut other -> advance(event, sequence);
            case TimeoutEnded other -> advance(event, sequence);
            case RoomDisabled other -> advance(event, sequence);
            case RoomEnabled other -> advance(event, sequence);
            case RoomFinished other -> advance(event, sequence);
        }
    }

    private void post(MessagePosted posted, long sequence, Instant at) {
        writes.insert(
                LineDocument.COLLECTION,
                new Document("_id", LineDocument.id(posted.roomId(), posted.number()))
                        .append(LineDocument.ROOM, posted.roomId().value())
                        .append(LineDocument.NUMBER, posted.number())
                        .append(LineDocument.SEQUENCE, sequence)
                        .append(LineDocument.AUTHOR, posted.author().value())
                        .append(LineDocument.CONTENT, posted.content())
                        .append(LineDocument.AT, Date.from(at)));
        writes.addLatest(
                LineDocument.COLLECTION,
                posted.roomId().value(),
                combine(max(LineDocument.LAST, posted.number()), max(LineDocument.SEQUENCE, sequence)));
    }

    private void remove(MessageRemoved removed, long sequence) {
        writes.add(
                LineDocument.COLLECTION,
                LineDocument.id(removed.roomId(), removed.number()),
                Latest.setOnce(
                        LineDocument.REMOVED_BY, sequence, removed.removedBy().value()));
        advance(removed, sequence);
    }

    private void advance(RoomEvent event, long sequence) {
        writes.add(LineDocument.COLLECTION, event.roomId().value(), max(LineDocument.SEQUENCE, sequence));
    }
}
