package dev.parley.kernel.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.regex.Pattern;

/** Names a room. It follows from the room's type and what it is bound to, so that each has one room. */
public record RoomId(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z]{4,10}~[A-Za-z0-9_-]{1,64}");

    /** @throws InvalidValue if the id has another shape */
    @JsonCreator
    public RoomId {
        InvalidValue.unless(value != null && SHAPE.matcher(value).matches(), "room_id", "the id of a room");
    }

    public static RoomId of(RoomType type, EntityId entity) {
        return new RoomId(type.label() + "~" + entity);
    }

    @Override
    public String toString() {
        return value;
    }
}
