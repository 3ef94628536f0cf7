package dev.parley.kernel.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.member.UserId;

/** Names one person's private notes beside one game. */
public record NotesId(@JsonValue String value) {
    @JsonCreator
    public NotesId {}

    public static NotesId of(UserId writer, EntityId game) {
        return new NotesId("notes~" + writer + "~" + game);
    }

    @Override
    public String toString() {
        return value;
    }
}
