package dev.parley.kernel.forum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;

/** What a category is called: 1 to 100 code points once trimmed. */
public record CategoryName(@JsonValue String value) {
    public static final int MAX_CODE_POINTS = 100;
    private static final String FIELD = "name";

    /** @throws InvalidValue if the name is blank, too long or not well formed */
    @JsonCreator
    public CategoryName {
        value = WellFormed.text(value, FIELD).strip();
        int length = WellFormed.length(value);
        InvalidValue.unless(length >= 1 && length <= MAX_CODE_POINTS, FIELD, "1 to 100 characters, not " + length);
        InvalidValue.unless(!WellFormed.isBlank(value), FIELD, "at least one character that can be seen");
    }

    @Override
    public String toString() {
        return value;
    }
}
