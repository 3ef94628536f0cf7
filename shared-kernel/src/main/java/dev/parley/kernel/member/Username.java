package dev.parley.kernel.member;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name a person goes by: 1 to 64 visible ASCII characters without {@code ~} and {@code /}. */
public record Username(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[!-.0-}]{1,64}");

    /** @throws InvalidValue if the name has another shape */
    @JsonCreator
    public Username {
        InvalidValue.unless(
                value != null && SHAPE.matcher(value).matches(),
                "username",
                "1 to 64 visible characters without ~ and /");
    }

    /** The form in which two usernames are the same one: without regard to case. */
    public String folded() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
