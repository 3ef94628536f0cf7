package dev.parley.kernel.detection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the text policy looks for. */
public enum Category {
    INSULT,
    THREAT,
    SLUR,
    SEXUAL,
    PROMOTION,
    CHEATING_ACCUSATION,
    /** One character, word or phrase, over and over. */
    REPETITION;

    /** As events and the API spell it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
