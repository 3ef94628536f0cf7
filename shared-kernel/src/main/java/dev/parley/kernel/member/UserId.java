package dev.parley.kernel.member;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who somebody is: the {@code sub} of their token, 1 to 120 visible ASCII characters, so that two of them fit into the
 * 255 that the name of a stream has. {@code ~} and {@code /} are left
 * out, because the ids of all other streams contain a {@code ~}.
 */
public record UserId(@JsonValue String value) {
    private static final String NAMELESS = "~";
    private static final Pattern SHAPE = Pattern.compile("[!-.0-}]{1,120}");

    /** What the server does by itself is done by this one. The id is reserved: nobody acts or joins under it. */
    public static final UserId SYSTEM = new UserId("system");

    /** @throws InvalidValue if the id has another shape */
    @JsonCreator
    public UserId {
        InvalidValue.unless(
                value != null && SHAPE.matcher(value).matches(), "id", "1 to 120 visible characters without ~ and /");
    }

    /**
     * Whoever is shown so while they have no username: nobody where this is no {@link #placeholder}.
     *
     * @throws InvalidValue if it is the beginning of one, and no id follows
     */
    public static Optional<UserId> shownAs(String name) {
        return name.startsWith(NAMELESS)
                ? Optional.of(new UserId(name.substring(NAMELESS.length())))
                : Optional.empty();
    }

    /**
     * What stands where a username would, while they have none: {@code ~} and their id, which can be nobody's username.
     */
    public String placeholder() {
        return NAMELESS + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
