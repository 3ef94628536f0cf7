package dev.parley.api.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Json;
import dev.parley.api.problem.Problem;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import dev.parley.query.direct.DirectMessageView;
import dev.parley.query.room.message.MessageView;
import java.util.List;

/** The server's answers to single frames, as the batches of texts that a socket sends. */
final class Answer {
    static final List<byte[]> NONE = List.of();

    private Answer() {}

    /** The frame was carried out; nobody is told if the client gave no {@code ref}. */
    static List<byte[]> done(String ref) {
        return ref.isEmpty() ? NONE : encoded(new Done("ack", ref));
    }

    /**
     * @param eventId the event after which the room's frames follow
     * @param present who is in the room; nobody where there are too many to tell
     */
    static List<byte[]> joined(String ref, RoomId room, long eventId, List<PersonView> present) {
        return ref.isEmpty() ? NONE : encoded(new Joined("ack", ref, room, Long.toString(eventId), present));
    }

    /** @param position place in the log, to be given as {@code Parley-Min-Position} */
    static List<byte[]> sent(String ref, MessageView message, long position) {
        return ref.isEmpty() ? NONE : encoded(new Sent("ack", ref, message, Long.toString(position)));
    }

    /** @param position place in the log, to be given as {@code Parley-Min-Position} */
    static List<byte[]> sent(String ref, DirectMessageView message, long position) {
        return ref.isEmpty() ? NONE : encoded(new Sent("ack", ref, message, Long.toString(position)));
    }

    /** The frame was refused: told also without a {@code ref}. */
    static List<byte[]> refused(String ref, Problem problem) {
        return encoded(new Refused("error", ref, problem));
    }

    private static List<byte[]> encoded(Object answer) {
        return List.of(Json.mapper().writeValueAsBytes(answer));
    }

    private record Done(String type, String ref) {}

    private record Joined(
            String type,
            String ref,
            @JsonProperty("room_id") RoomId roomId,
            @JsonProperty("event_id") String eventId,
            List<PersonView> present) {}

    private record Sent(String type, String ref, Object message, String position) {}

    private record Refused(
            String type,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String ref,
            Problem problem) {}
}
