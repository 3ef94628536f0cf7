package dev.parley.command.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;

/**
 * A password as somebody typed it: 4 to 72 bytes of UTF-8. It is never stored, sent on or logged, and shows itself
 * nowhere; what is kept is its hash.
 */
public final class Password {
    public static final int MIN_BYTES = 4;
    /** As many as the hash looks at. */
    public static final int MAX_BYTES = 72;

    private static final String FIELD = "password";

    private final String text;

    /** @throws InvalidValue if it is shorter or longer, or not well formed */
    public Password(String typed) {
        text = WellFormed.text(typed, FIELD);
        int length = text.getBytes(UTF_8).length;
        InvalidValue.unless(length >= MIN_BYTES && length <= MAX_BYTES, FIELD, "4 to 72 bytes of UTF-8");
    }

    String text() {
        return text;
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
