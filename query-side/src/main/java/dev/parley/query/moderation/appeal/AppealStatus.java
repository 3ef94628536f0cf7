package dev.parley.query.moderation.appeal;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.Arrays;
import java.util.Locale;

/** How an appeal stands. */
public enum AppealStatus {
    /** Not answered yet. */
    PENDING,
    /** What it is against was wrong. */
    GRANTED,
    REJECTED;

    /** @throws InvalidValue if none is called so */
    public static AppealStatus of(String label) {
        return Arrays.stream(values())
                .filter(status -> status.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("status", "one of pending, granted and rejected"));
    }

    /** As the API spells it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
