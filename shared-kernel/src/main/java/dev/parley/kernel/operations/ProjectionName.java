package dev.parley.kernel.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.regex.Pattern;

/** Names a projection: 1 to 60 lower-case letters, digits and hyphens. */
public record ProjectionName(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9-]{1,60}");

    /** @throws InvalidValue if the text is no name of a projection */
    @JsonCreator
    public ProjectionName {
        InvalidValue.unless(
                value != null && SHAPE.matcher(value).matches(),
                "name",
                "the name of a projection: 1 to 60 lower-case letters, digits and hyphens");
    }

    /** The name of its stream. */
    @Override
    public String toString() {
        return "projection~" + value;
    }
}
