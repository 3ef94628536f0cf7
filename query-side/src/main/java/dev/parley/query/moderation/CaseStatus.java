package dev.parley.query.moderation;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.Arrays;
import java.util.Locale;

/** How far a case is. */
public enum CaseStatus {
    /** Not decided yet. */
    PENDING,
    /** Something was wrong, and nothing needed to be done. */
    REVIEWED,
    /** Something was done about the person. */
    ACTION,
    /** Nothing was wrong. */
    DISMISSED;

    /** @throws InvalidValue if none is called so */
    public static CaseStatus of(String label) {
        return Arrays.stream(values())
                .filter(status -> status.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("status", "one of pending, reviewed, action and dismissed"));
    }

    /** As the API spells it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
