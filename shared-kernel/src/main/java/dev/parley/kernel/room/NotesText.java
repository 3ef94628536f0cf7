package dev.parley.kernel.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;

/** One person's notes beside one game, as typed but for trailing white space: 0 to 10,000 code points. */
public record NotesText(@JsonValue String value) {
    public static final int MAX_CODE_POINTS = 10_000;
    private static final String FIELD = "content";

    /** @throws InvalidValue if the text is too long or not well formed */
    @JsonCreator
    public NotesText {
        value = WellFormed.text(value, FIELD).stripTrailing();
        int length = WellFormed.length(value);
        InvalidValue.unless(length <= MAX_CODE_POINTS, FIELD, "at most 10000 characters, not " + length);
    }

    @Override
    public String toString() {
        return value;
    }
}
