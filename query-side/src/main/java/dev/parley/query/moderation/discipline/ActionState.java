package dev.parley.query.moderation.discipline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of something that a moderator did. */
public enum ActionState {
    /** A warning, which keeps nobody from anything. */
    GIVEN,
    IN_FORCE,
    /** Its time has come. */
    ENDED,
    /** A moderator ended it before its time. */
    LIFTED,
    /** Another of its kind took its place. */
    REPLACED;

    /** As the API spells it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
