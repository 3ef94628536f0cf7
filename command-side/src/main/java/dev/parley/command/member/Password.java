package dev.parley.command.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;

/**
 * A password as somebody typed it: 4 to 72 bytes of UTF-8. It is never stored or logged, shows itself nowhere, and is sent
 * on to the node that handles its command alone; what is kept is its hash.
 */
public record Password(String text) {
    public static final int MIN_BYTES = 4;
    /** As many as the hash looks at. */
    public static final int MAX_BYTES = 72;

    private static final String FIELD = "password";

    /** @throws InvalidValue if it is shorter or longer, or not well formed */
    public Password {
        text = WellFormed.text(text, FIELD);
        int length = text.getBytes(UTF_8).length;
        InvalidValue.unless(length >= MIN_BYTES && length <= MAX_BYTES, FIELD, "4 to 72 bytes of UTF-8");
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
