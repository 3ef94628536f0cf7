package dev.parley.query.room;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.setOnInsert;

import dev.parley.kernel.member.UserId;
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
import dev.parley.query.PersonField;
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Keeps a document per room from which its {@link RoomState} is read. Its sequence moves on with every 64th line alone,
 * for a room's document has thousands of people in it and lines are many: whoever reads it takes what follows from the
 * log. Some of that is in the document already, and changes nothing the second time.
 */
@Projection(name = "rooms", collections = RoomDocument.COLLECTION)
class RoomProjection {
    private static final int LINES = 64;

    private final Writes writes;

    RoomProjection(Writes writes) {
        this.writes = writes;
        writes.index(RoomDocument.COLLECTION, new Document(RoomDocument.TYPE, 1).append("_id", 1));
    }

    @EventHandler
    void on(RoomEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        String room = event.roomId().value();
        switch (event) {
            case MessagePosted posted -> {
                if (posted.number() % LINES == 1) {
                    writes.addLatest(RoomDocument.COLLECTION, room, lastLine(posted, sequence));
                }
            }
            case RoomOpened opened -> add(room, opening(opened, at));
            case OwnerNamed named -> {
                String owner = named.owner().value();
                add(room, Latest.set(RoomDocument.OWNER, sequence, owner));
            }
            case ParticipantAdded added -> add(room, takesPart(added.participant(), sequence, true));
            case ParticipantRemoved removed -> add(room, takesPart(removed.participant(), sequence, false));
            case MemberTimedOut timedOut -> {
                Date until = Date.from(timedOut.until());
                add(room, Latest.set(RoomDocument.timeout(timedOut.member()), sequence, until));
            }
            case TimeoutEnded ended -> add(room, Latest.set(RoomDocument.timeout(ended.member()), sequence, null));
            case RoomDisabled disabled -> add(room, Latest.set(RoomDocument.DISABLED, sequence, true));
            case RoomEnabled enabled -> add(room, Latest.set(RoomDocument.DISABLED, sequence, false));
            case RoomFinished finished -> add(room, Latest.set(RoomDocument.FINISHED, sequence, true));
            case MessageRemoved removed -> {}
        }
    }

    private void add(String room, Bson change) {
        writes.add(RoomDocument.COLLECTION, room, change);
    }

    private static Bson lastLine(MessagePosted posted, long sequence) {
        return combine(max(RoomDocument.LAST_NUMBER, posted.number()), max(RoomDocument.SEQUENCE, sequence));
    }

    private static Bson takesPart(UserId person, long sequence, boolean present) {
        return Latest.set(RoomDocument.participant(person), sequence, present);
    }

    private static Bson opening(RoomOpened opened, Instant at) {
        var participants = new Document();
        opened.participants().forEach(person -> participants.append(PersonField.of(person), Latest.of(0, true)));
        return combine(List.of(
                setOnInsert(RoomDocument.TYPE, opened.type().label()),
                setOnInsert(RoomDocument.ENTITY, opened.entityId().value()),
                setOnInsert(RoomDocument.PUBLIC_READ, opened.publicRead()),
                setOnInsert(RoomDocument.OPENED_AT, Date.from(at)),
                max(RoomDocument.SEQUENCE, 0L),
                setOnInsert(RoomDocument.PARTICIPANTS, participants)));
    }
}
