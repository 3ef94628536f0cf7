package dev.parley.kernel.forum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;

/** What one post says, in Markdown and as typed but for the blank lines around it: 1 to 10,000 code points. */
public record PostText(@JsonValue String value) {
    public static final int MAX_CODE_POINTS = 10_000;
    private static final String FIELD = "content";

    /** @throws InvalidValue if nothing visible was written, too much was, or the text is not well formed */
    @JsonCreator
    public PostText {
        value = WellFormed.text(value, FIELD).strip();
        int length = WellFormed.length(value);
        InvalidValue.unless(length >= 1 && length <= MAX_CODE_POINTS, FIELD, "1 to 10000 characters, not " + length);
        InvalidValue.unless(!WellFormed.isBlank(value), FIELD, "at least one character that can be seen");
    }

    @Override
    public String toString() {
        return value;
    }
}
