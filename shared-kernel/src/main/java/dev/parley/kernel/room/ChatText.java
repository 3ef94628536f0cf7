package dev.parley.kernel.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;

/**
 * One line of chat: 1 to 500 code points once trimmed, in its {@linkplain PlainForm plain form}. That form is never
 * longer than what was typed, and the plain form of a plain form is itself.
 */
public record ChatText(@JsonValue String value) {
    public static final int MAX_CODE_POINTS = 500;
    private static final String FIELD = "content";

    /** @throws InvalidValue if nothing visible was written, too much was, or the text is not well formed */
    @JsonCreator
    public ChatText {
        String typed = WellFormed.text(value, FIELD).strip();
        int length = WellFormed.length(typed);
        value = length <= MAX_CODE_POINTS ? PlainForm.of(typed) : "";
        InvalidValue.unless(!value.isEmpty(), FIELD, "1 to 500 characters, not " + length);
    }

    @Override
    public String toString() {
        return value;
    }
}
