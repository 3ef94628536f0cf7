package dev.parley.command.forum;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** By what a text is known again. */
final class TextPrint {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int BYTES = 16;

    private TextPrint() {}

    /** The same for two texts that differ in nothing but case and white space. */
    static String of(String text) {
        return ofExactly(SPACE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" "));
    }

    /** 32 hexadecimal digits: the first half of the SHA-256. */
    static String ofExactly(String text) {
        byte[] digest = sha256().digest(text.getBytes(UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
