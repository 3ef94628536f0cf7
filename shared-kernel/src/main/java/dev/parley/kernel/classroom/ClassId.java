package dev.parley.kernel.classroom;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.regex.Pattern;

/** Names a class of the site, as the site does: 1 to 64 letters, digits, hyphens and underscores. */
public record ClassId(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** @throws InvalidValue if the id has another shape */
    @JsonCreator
    public ClassId {
        InvalidValue.unless(
                value != null && SHAPE.matcher(value).matches(),
                "class_id",
                "1 to 64 letters, digits, hyphens and underscores");
    }

    /** Name of the stream that the class's events are in. */
    public String stream() {
        return "class~" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
