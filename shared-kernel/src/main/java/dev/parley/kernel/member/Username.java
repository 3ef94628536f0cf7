package dev.parley.kernel.member;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name a person goes by: 1 to 64 visible ASCII characters without {@code ~} and {@code /}. Of new ones more is asked:
 * see {@link #offered}.
 */
public record Username(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile("[!-.0-}]{1,64}");
    private static final Pattern BREAKS_OUT = Pattern.compile("[<>\"]|^\\.{1,2}$");

    /** @throws InvalidValue if the name has another shape */
    @JsonCreator
    public Username {
        InvalidValue.unless(
                value != null && SHAPE.matcher(value).matches(),
                "username",
                "1 to 64 visible characters without ~ and /");
    }

    /**
     * A name by which somebody comes or is introduced: also without {@code <}, {@code >} and {@code "}, with which it might
     * break out of a page that forgot to escape it, and neither {@code .} nor {@code ..}, with which it would break out of
     * the addresses that it stands in.
     *
     * @throws InvalidValue if the name has another shape
     */
    public static Username offered(String value) {
        var username = new Username(value);
        InvalidValue.unless(
                !BREAKS_OUT.matcher(value).find(), "username", "a name without <, > and \", and more than dots");
        return username;
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
