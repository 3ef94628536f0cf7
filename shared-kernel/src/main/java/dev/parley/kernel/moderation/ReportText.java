package dev.parley.kernel.moderation;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;

/** What a reporter says happened: 5 to 2,000 code points once trimmed. */
public record ReportText(String value) {
    public static final int MIN_CODE_POINTS = 5;
    public static final int MAX_CODE_POINTS = 2_000;

    /** @throws InvalidValue if the text is too short, too long or not well formed */
    public ReportText {
        value = WellFormed.text(value, "description").strip();
        int length = WellFormed.length(value);
        InvalidValue.unless(
                length >= MIN_CODE_POINTS && length <= MAX_CODE_POINTS && !WellFormed.isBlank(value),
                "description",
                "5 to 2000 characters that say what happened");
    }

    @Override
    public String toString() {
        return value;
    }
}
