package dev.parley.api.room;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomType;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads the fields by which requests name rooms. */
final class RoomFields {
    static final String TYPE = "room_type";

    private static final String TYPES =
            Arrays.stream(RoomType.values()).map(RoomType::label).collect(Collectors.joining(", ", "one of ", ""));

    private RoomFields() {}

    /** @throws InvalidValue if there is no such type */
    static RoomType type(String label) {
        return RoomType.fromLabel(label).orElseThrow(() -> new InvalidValue(TYPE, TYPES));
    }

    /** @throws InvalidValue naming {@code field} if that is no id */
    static EntityId entity(String field, String id) {
        try {
            return new EntityId(id);
        } catch (InvalidValue e) {
            throw new InvalidValue(field, "1 to 64 letters, digits, - and _");
        }
    }
}
