package dev.parley.query.room.participation;

import static com.mongodb.client.model.Updates.combine;
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
import dev.parley.query.Projection;
import dev.parley.query.Writes;
import java.time.Instant;
import java.util.Date;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.bson.Document;

/** Keeps who takes part in which rooms, so that everybody finds theirs. Who is named owner takes part. */
@Projection(name = "participations", collections = ParticipationDocument.COLLECTION)
class ParticipationProjection {
    private final Writes writes;

    ParticipationProjection(Writes writes) {
        this.writes = writes;
        writes.index(
                ParticipationDocument.COLLECTION,
                new Document(ParticipationDocument.PERSON, 1)
                        .append(ParticipationDocument.SINCE_INSTANT, -1)
                        .append("_id", -1));
    }

    @EventHandler
    void on(RoomEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        Date since = Date.from(at);
        switch (event) {
            case RoomOpened opened ->
                opened.participants().forEach(person -> takesPart(event, person, sequence, since));
            case OwnerNamed named -> takesPart(event, named.owner(), sequence, since);
            case ParticipantAdded added -> takesPart(event, added.participant(), sequence, since);
            case ParticipantRemoved removed -> takesPart(event, removed.participant(), sequence, null);
            case MessagePosted posted -> {}
            case MessageRemoved removed -> {}
            case MemberTimedOut timedOut -> {}
            case TimeoutEnded ended -> {}
            case RoomDisabled disabled -> {}
            case RoomEnabled enabled -> {}
            case RoomFinished finished -> {}
        }
    }

    /** @param since {@code null} for no longer */
    private void takesPart(RoomEvent event, UserId person, long sequence, Date since) {
        writes.add(
                ParticipationDocument.COLLECTION,
                ParticipationDocument.id(person, event.roomId()),
                combine(
                        setOnInsert(ParticipationDocument.PERSON, person.value()),
                        setOnInsert(ParticipationDocument.ROOM, event.roomId().value()),
                        Latest.set(ParticipationDocument.SINCE, sequence, since)));
    }
}
