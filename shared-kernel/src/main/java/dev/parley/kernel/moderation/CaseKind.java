package dev.parley.kernel.moderation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Reports of one person are gathered by these: whoever looks at one kind knows what to look for. */
public enum CaseKind {
    /** How they play. */
    PLAY,
    /** What they say and do to others. */
    CONDUCT,
    OTHER;

    /** As ids and the API spell it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
