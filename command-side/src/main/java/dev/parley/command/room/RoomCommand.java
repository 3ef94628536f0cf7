package dev.parley.command.room;

import dev.parley.command.Command;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.ReasonText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.ChatText;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.kernel.room.TimeoutMinutes;
import dev.parley.kernel.room.TimeoutReason;
import java.util.LinkedHashSet;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Everything that can be asked of a room. What is so already is accepted and leads to no event. A moderator who acts as
 * one, and not as the room's owner or a line's author, gives a reason of 1 to 1,000 code points; for others it is
 * optional.
 */
public sealed interface RoomCommand extends Command {
    @TargetAggregateIdentifier
    RoomId roomId();

    /** By a service. A room that is there already stays as it is, whoever is named now. */
    record OpenRoom(Actor actor, RoomType type, EntityId entityId, People people, boolean publicRead)
            implements RoomCommand {
        @Override
        public RoomId roomId() {
            return RoomId.of(type, entityId);
        }
    }

    /**
     * Who is in a room from the start.
     *
     * @param participants each counted once, however often named
     * @param owners the room's local moderators: none, or one
     */
    record People(List<UserId> participants, List<UserId> owners) {
        /** @throws InvalidValue if there is more than one owner */
        public People {
            participants = List.copyOf(new LinkedHashSet<>(participants));
            owners = List.copyOf(owners);
            InvalidValue.unless(owners.size() <= 1, "owner", "at most one");
        }
    }

    /** By a service or the owner. A room has room for 10,000. */
    record AddParticipant(Actor actor, RoomId roomId, UserId participant) implements RoomCommand {}

    /** By a service or the owner. */
    record RemoveParticipant(Actor actor, RoomId roomId, UserId participant) implements RoomCommand {}

    /**
     * By a service, the owner or a moderator.
     *
     * @param finished the game is over: of a game's rooms alone, and for good
     */
    record ChangeRoom(Actor actor, RoomId roomId, Toggle disabled, Toggle finished, String reason)
            implements RoomCommand {
        public ChangeRoom {
            reason = ReasonText.orNone(reason);
        }
    }

    /** By a person who may write there. */
    record PostMessage(Actor actor, RoomId roomId, ChatText content) implements RoomCommand {}

    /** By the line's author, the room's owner, a service or a moderator. */
    record RemoveMessage(Actor actor, MessageId messageId, String reason) implements RoomCommand {
        public RemoveMessage {
            reason = ReasonText.orNone(reason);
        }

        @Override
        public RoomId roomId() {
            return messageId.room();
        }

        @Override
        public Rejection whenUnknown() {
            return Rejection.UNKNOWN_MESSAGE;
        }
    }

    /** By a service, the owner or a moderator. Lengthens a timeout that would end earlier, and shortens none. */
    record TimeOutMember(Actor actor, RoomId roomId, UserId member, TimeoutReason because, TimeoutMinutes minutes)
            implements RoomCommand {
        @Override
        public String reason() {
            return because.label();
        }
    }

    /** By a service or a moderator, or by the owner unless a moderator had a hand in it; and never one's own. */
    record LiftTimeout(Actor actor, RoomId roomId, UserId member, String reason) implements RoomCommand {
        public LiftTimeout {
            reason = ReasonText.orNone(reason);
        }
    }

    /** By the server itself, once the timeout's end has come: until then nothing happens. */
    record EndTimeout(RoomId roomId, UserId member) implements RoomCommand {
        @Override
        public Actor actor() {
            return Actor.SYSTEM;
        }
    }
}
