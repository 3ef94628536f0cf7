package dev.parley.kernel.moderation;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;

/** Why somebody finds an action wrong: 5 to 5,000 code points once trimmed. */
public record AppealText(String value) {
    public static final int MIN_CODE_POINTS = 5;
    public static final int MAX_CODE_POINTS = 5_000;

    /** @throws InvalidValue if the text is too short, too long or not well formed */
    public AppealText {
        value = WellFormed.text(value, "text").strip();
        int length = WellFormed.length(value);
        InvalidValue.unless(
                length >= MIN_CODE_POINTS && length <= MAX_CODE_POINTS && !WellFormed.isBlank(value),
                "text",
                "5 to 5000 characters that say why the action was wrong");
    }

    @Override
    public String toString() {
        return value;
    }
}
