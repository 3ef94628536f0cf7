package dev.parley.query.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;

/** What is told while it happens, and kept nowhere. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @Type(value = Passing.Came.class, name = "came"),
    @Type(value = Passing.Went.class, name = "went"),
    @Type(value = Passing.TypesInRoom.class, name = "types_in_room"),
    @Type(value = Passing.TypesInConversation.class, name = "types_in_conversation")
})
public sealed interface Passing {
    /** Somebody has come to a room. */
    record Came(Seat seat) implements Passing {}

    /** Somebody has left a room. */
    record Went(Seat seat) implements Passing {}

    /** A sign that somebody is typing. */
    sealed interface Typing extends Passing {
        /** The id of the room or of the conversation. */
        Object place();

        PersonView person();

        /** Whether the typist's token lets them moderate. */
        boolean moderator();

        default UserId typist() {
            return new UserId(person().id());
        }
    }

    record TypesInRoom(RoomId room, PersonView person, boolean moderator) implements Typing {
        @Override
        public RoomId place() {
            return room;
        }
    }

    record TypesInConversation(ConversationId conversation, PersonView person, boolean moderator) implements Typing {
        @Override
        public ConversationId place() {
            return conversation;
        }
    }
}
