package dev.parley.command.export;

import static dev.parley.command.export.Share.NONE;
import static dev.parley.command.export.Share.allIf;
import static dev.parley.command.export.Share.butFor;

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
import java.util.Optional;

/** As {@link Shares}, of what happens in rooms. */
final class RoomShares {
    private RoomShares() {}

    static Optional<Share> of(RoomEvent event, UserId person) {
        return switch (event) {
            case RoomOpened opened -> butFor(opened.participants().contains(person), "participants");
            case OwnerNamed named -> allIf(named.owner().equals(person));
            case ParticipantAdded added -> allIf(added.participant().equals(person));
            case ParticipantRemoved removed -> allIf(removed.participant().equals(person));
            case MessagePosted line -> allIf(line.author().equals(person));
            case MessageRemoved removed -> allIf(removed.removedBy().equals(person));
            case MemberTimedOut timedOut -> ofTimeout(timedOut, person);
            case TimeoutEnded ended -> allIf(ended.member().equals(person));
            case RoomDisabled disabled -> NONE;
            case RoomEnabled enabled -> NONE;
            case RoomFinished finished -> NONE;
        };
    }

    private static Optional<Share> ofTimeout(MemberTimedOut event, UserId person) {
        return event.by().equals(person) ? allIf(true) : butFor(event.member().equals(person), "by");
    }
}
