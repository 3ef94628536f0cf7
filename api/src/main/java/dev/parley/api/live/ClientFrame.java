package dev.parley.api.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.room.RoomId;
import java.util.OptionalLong;

/** What a client may say on a WebSocket. */
sealed interface ClientFrame {

    /** Who speaks; a later one of the same person, with the same roles, prolongs the connection. */
    record Authenticate(@JsonProperty("token") String token) implements ClientFrame {
        public Authenticate {
            InvalidValue.unless(token != null && !token.isEmpty(), "token", "a bearer token");
        }
    }

    /** Asks for what happens in a room, from now on or after an event. */
    record JoinRoom(
            @JsonProperty("room_id") RoomId roomId,
            @JsonProperty("last_event_id") String lastEventId) implements ClientFrame {
        public JoinRoom {
            requireRoom(roomId);
            requirePosition(lastEventId);
        }

        OptionalLong after() {
            return position(lastEventId);
        }
    }

    record LeaveRoom(@JsonProperty("room_id") RoomId roomId) implements ClientFrame {
        public LeaveRoom {
            requireRoom(roomId);
        }
    }

    /** Asks for what happens to the sender, from now on or after an event. */
    record JoinMe(@JsonProperty("last_event_id") String lastEventId) implements ClientFrame {
        public JoinMe {
            requirePosition(lastEventId);
        }

        OptionalLong after() {
            return position(lastEventId);
        }
    }

    /** @param upTo id of the last message that was read; {@code null} for all there are */
    record ReadMessages(
            @JsonProperty("conversation_id") ConversationId conversationId,
            @JsonProperty("up_to") String upTo) implements ClientFrame {
        public ReadMessages {
            InvalidValue.unless(conversationId != null, "conversation_id", "the id of a conversation");
        }
    }

    /**
     * To a room, or in a conversation.
     *
     * @param clientMessageId idempotency key, empty for none
     */
    record SendMessage(
            @JsonProperty("room_id") RoomId roomId,
            @JsonProperty("conversation_id") ConversationId conversationId,
            @JsonProperty("content") String content,
            @JsonProperty("client_message_id") String clientMessageId)
            implements ClientFrame {
        public SendMessage {
            requireOne(roomId, conversationId);
            InvalidValue.unless(content != null, "content", "text");
            clientMessageId = clientMessageId == null ? "" : clientMessageId;
        }
    }

    /** Tells a room that was joined, or the other one in a conversation, that the sender is writing. */
    record Typing(
            @JsonProperty("room_id") RoomId roomId,
            @JsonProperty("conversation_id") ConversationId conversationId) implements ClientFrame {
        public Typing {
            requireOne(roomId, conversationId);
        }
    }

    /** Asks for a sign of life: what the protocol has of its own does not reach the script of a page. */
    record Ping() implements ClientFrame {}

    /** @throws ProblemException if no frame has this type */
    static Class<? extends ClientFrame> named(String type) {
        return switch (type) {
            case "authenticate" -> Authenticate.class;
            case "join_room" -> JoinRoom.class;
            case "join_me" -> JoinMe.class;
            case "mark_read" -> ReadMessages.class;
            case "leave_room" -> LeaveRoom.class;
            case "send_message" -> SendMessage.class;
            case "typing" -> Typing.class;
            case "ping" -> Ping.class;
            default -> throw new ProblemException(ProblemType.UNKNOWN_FRAME, "There is no frame of this type.");
        };
    }

    private static void requirePosition(String eventId) {
        boolean position = eventId == null || eventId.matches("\\d{1,18}");
        InvalidValue.unless(position, "last_event_id", "the id of an event");
    }

    private static OptionalLong position(String eventId) {
        return eventId == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(eventId));
    }

    private static void requireOne(RoomId room, ConversationId conversation) {
        InvalidValue.unless(
                (room == null) != (conversation == null), "room_id", "the id of a room, or else conversation_id");
    }

    private static void requireRoom(RoomId room) {
        InvalidValue.unless(room != null, "room_id", "the id of a room");
    }
}
