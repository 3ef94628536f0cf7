package dev.parley.kernel.activity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;

/** What an activity is called: 1 to 200 code points once trimmed. */
public record ActivityTitle(@JsonValue String value) {
    public static final int MAX_CODE_POINTS = 200;
    private static final String FIELD = "title";

    /** @throws InvalidValue if the title is blank, too long or not well formed */
    @JsonCreator
    public ActivityTitle {
        value = WellFormed.text(value, FIELD).strip();
        int length = WellFormed.length(value);
        InvalidValue.unless(length >= 1 && length <= MAX_CODE_POINTS, FIELD, "1 to 200 characters, not " + length);
        InvalidValue.unless(!WellFormed.isBlank(value), FIELD, "at least one character that can be seen");
    }

    @Override
    public String toString() {
        return value;
    }
}
