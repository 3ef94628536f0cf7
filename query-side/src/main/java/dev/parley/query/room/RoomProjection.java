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
import dev.parley.query.Writes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Keeps a document per room from which its {@link RoomState} is read. */
@Component
@ProcessingGroup("rooms")
class RoomProjection {
    private final Writes writes;

    RoomProjection(Writes writes) {
        this.writes = writes;
        writes.index(RoomDocument.COLLECTION, new Document(RoomDocument.TYPE, 1).append("_id", 1));
    }

    @EventHandler
    void on(RoomEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        String room = event.roomId().value();
        switch (event) {
            case MessagePosted posted -> writes.addLatest(RoomDocument.COLLECTION, room, lastLine(posted, sequence));
            case RoomOpened opened -> add(room, sequence, opening(opened, at));
            case OwnerNamed named -> {
                String owner = named.owner().value();
                add(room, sequence, Latest.set(RoomDocument.OWNER, sequence, owner));
            }
            case ParticipantAdded added -> add(room, sequence, takesPart(added.participant(), sequence, true));
            case ParticipantRemoved removed -> add(room, sequence, takesPart(removed.participant(), sequence, false));
            case MemberTimedOut timedOut -> {
                Date until = Date.from(timedOut.until());
                add(room, sequence, Latest.set(RoomDocument.timeout(timedOut.member()), sequence, until));
            }
            case TimeoutEnded ended ->
                add(room, sequence, Latest.set(RoomDocument.timeout(ended.member()), sequence, null));
            case RoomDisabled disabled -> add(room, sequence, Latest.set(RoomDocument.DISABLED, sequence, true));
            case RoomEnabled enabled -> add(room, sequence, Latest.set(RoomDocument.DISABLED, sequence, false));
            case RoomFinished finished -> add(room, sequence, Latest.set(RoomDocument.FINISHED, sequence, true));
            case MessageRemoved removed -> add(room, sequence, new Document());
        }
    }

    @ResetHandler
    void reset() {
        writes.drop(RoomDocument.COLLECTION);
    }

    private void add(String room, long sequence, Bson change) {
        writes.add(RoomDocument.COLLECTION, room, combine(change, max(RoomDocument.SEQUENCE, sequence)));
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
                setOnInsert(RoomDocument.PARTICIPANTS, participants)));
    }
}
