package dev.parley.kernel.forum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;

/** What a category is for: at most 500 code points once trimmed, or nothing. */
public record CategoryDescription(@JsonValue String value) {
    public static final int MAX_CODE_POINTS = 500;
    private static final String FIELD = "description";

    /** @throws InvalidValue if the text is too long or not well formed */
    @JsonCreator
    public CategoryDescription {
        value = WellFormed.text(value, FIELD).strip();
        int length = WellFormed.length(value);
        InvalidValue.unless(length <= MAX_CODE_POINTS, FIELD, "at most 500 characters, not " + length);
    }

    @Override
    public String toString() {
        return value;
    }
}
