package dev.parley.kernel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * An absolute address of http or https with a host, at most 2,000 characters. It names no user, and all of it can be
 * seen, so that it leads where it seems to.
 */
public final class WebAddress {
    public static final int MAX_LENGTH = 2_000;
    private static final Pattern IN_TEXT = Pattern.compile("(?i)\\bhttps?://[\\p{L}\\p{N}]");

    private WebAddress() {}

    /** @throws InvalidValue naming {@code field} if the value is too long, or no such address */
    public static void require(String value, String field) {
        InvalidValue.unless(
                value != null && value.length() <= MAX_LENGTH && isOfTheWeb(value),
                field,
                "an address that begins with http:// or https:// and names no user, at most 2000 characters");
        InvalidValue.unless(
                WellFormed.text(value, field).codePoints().noneMatch(Blanks::isInvisible),
                field,
                "an address without invisible characters");
    }

    /** Whether somewhere in a text there is what such an address begins with. */
    public static boolean isIn(String text) {
        return IN_TEXT.matcher(text).find();
    }

    private static boolean isOfTheWeb(String value) {
        try {
            URI address = new URI(value);
            boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null && address.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
