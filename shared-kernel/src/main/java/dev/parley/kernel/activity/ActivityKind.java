package dev.parley.kernel.activity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the site's other parts tell a person's followers of. */
public enum ActivityKind {
    BLOG,
    STREAM,
    TEAM,
    SIMUL;

    /** As the API and the events spell it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ActivityKind> fromLabel(String label) {
        return Stream.of(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }
}
