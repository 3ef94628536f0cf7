package dev.parley.command.export;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import java.util.regex.Pattern;

/**
 * Whose pseudonyms are told: whoever names the same key gets the same ones.
 *
 * @param name 1 to 64 of {@code A-Za-z0-9._-}; empty for the viewer's own key
 */
public record ExportKey(Actor viewer, String name) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{0,64}");

    /** @throws InvalidValue if the key has another shape */
    public ExportKey {
        requireShape(name);
    }

    static void requireShape(String name) {
        InvalidValue.unless(SHAPE.matcher(name).matches(), "export_key", "1 to 64 letters, digits, points, - and _");
    }

    /** The viewer's own begins with what no key does that is given. */
    String full() {
        return name.isEmpty() ? "~" + viewer.id() : name;
    }
}
