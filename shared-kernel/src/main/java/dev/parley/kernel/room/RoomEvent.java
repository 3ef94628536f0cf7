package dev.parley.kernel.room;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.List;

/** Everything that can happen to a room. All of one room stands in one stream, numbered from 0 without holes. */
public sealed interface RoomEvent {
    RoomId roomId();

    /** @param participants who takes part from the start; for a spectators' room the game's players */
    record RoomOpened(RoomId roomId, RoomType type, EntityId entityId, List<UserId> participants, boolean publicRead)
            implements RoomEvent {
        public RoomOpened {
            participants = List.copyOf(participants);
        }
    }

    /** This person moderates the room: leads the team, made the tournament, owns the study. */
    record OwnerNamed(RoomId roomId, UserId owner) implements RoomEvent {}

    record ParticipantAdded(RoomId roomId, UserId participant) implements RoomEvent {}

    record ParticipantRemoved(RoomId roomId, UserId participant) implements RoomEvent {}

    /** @param number place of the line in the room, from 1 without holes */
    record MessagePosted(RoomId roomId, long number, UserId author, PersonalText content) implements RoomEvent {}

    /**
     * The text is hidden from everybody but moderators; the record stays.
     *
     * @param sequence place of the line's own event in the room's stream
     */
    record MessageRemoved(RoomId roomId, long number, long sequence, UserId removedBy) implements RoomEvent {}

    /** @param until first instant at which the member may post again and their lines are shown again */
    record MemberTimedOut(RoomId roomId, UserId member, UserId by, TimeoutReason reason, Instant until)
            implements RoomEvent {}

    /** The timeout ran out, or was lifted before its time. */
    record TimeoutEnded(RoomId roomId, UserId member, boolean lifted) implements RoomEvent {}

    record RoomDisabled(RoomId roomId) implements RoomEvent {}

    record RoomEnabled(RoomId roomId) implements RoomEvent {}

    /** The game is over: its players may come to the spectators' room. */
    record RoomFinished(RoomId roomId) implements RoomEvent {}
}
