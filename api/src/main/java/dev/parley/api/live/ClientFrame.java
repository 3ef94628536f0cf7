package dev.parley.api.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.room.RoomId;
import java.util.OptionalLong;
import java.util.regex.Pattern;

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
        private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

        public JoinRoom {
            requireRoom(roomId);
            InvalidValue.unless(
                    lastEventId == null || POSITION.matcher(lastEventId).matches(),
                    "last_event_id",
                    "the id of an event");
        }

        OptionalLong after() {
            return lastEventId == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(lastEventId));
        }
    }

    record LeaveRoom(@JsonProperty("room_id") RoomId roomId) implements ClientFrame {
        public LeaveRoom {
            requireRoom(roomId);
        }
    }

    /** @param clientMessageId idempotency key, empty for none */
    record SendMessage(
            @JsonProperty("room_id") RoomId roomId,
            @JsonProperty("content") String content,
            @JsonProperty("client_message_id") String clientMessageId)
            implements ClientFrame {
        public SendMessage {
            requireRoom(roomId);
            InvalidValue.unless(content != null, "content", "text");
            clientMessageId = clientMessageId == null ? "" : clientMessageId;
        }
    }

    /** Tells a room that was joined that the sender is writing. */
    record Typing(@JsonProperty("room_id") RoomId roomId) implements ClientFrame {
        public Typing {
            requireRoom(roomId);
        }
    }

    /** @throws ProblemException if no frame has this type */
    static Class<? extends ClientFrame> named(String type) {
        return switch (type) {
            case "authenticate" -> Authenticate.class;
            case "join_room" -> JoinRoom.class;
            case "leave_room" -> LeaveRoom.class;
            case "send_message" -> SendMessage.class;
            case "typing" -> Typing.class;
            default -> throw new ProblemException(ProblemType.UNKNOWN_FRAME, "There is no frame of this type.");
        };
    }

    private static void requireRoom(RoomId room) {
        InvalidValue.unless(room != null, "room_id", "the id of a room");
    }
}
