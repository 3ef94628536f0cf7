package dev.parley.kernel.room;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.time.Duration;
import java.time.Instant;

/** How long somebody is timed out in a room: 1 minute to 10,080 minutes, which is a week. */
public record TimeoutMinutes(@JsonValue int value) {
    public static final int MAX = 10_080;
    /** What a timeout lasts unless told. */
    public static final TimeoutMinutes USUAL = new TimeoutMinutes(15);

    /** @throws InvalidValue if that is too short or too long */
    @JsonCreator
    public TimeoutMinutes {
        InvalidValue.unless(value >= 1 && value <= MAX, "minutes", "1 to 10080, not " + value);
    }

    /** The first instant after a timeout of this length. */
    public Instant after(Instant start) {
        return start.plus(Duration.ofMinutes(value));
    }
}
