package dev.parley.kernel.activity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.Blanks;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.WellFormed;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where an activity is: an absolute address of http or https with a host, at most 2,000 characters. It names no user, and
 * all of it can be seen, so that it leads where it seems to.
 */
public record ActivityUrl(@JsonValue String value) {
    public static final int MAX_LENGTH = 2_000;
    private static final String FIELD = "url";

    /** @throws InvalidValue if the address is too long, or none of these */
    @JsonCreator
    public ActivityUrl {
        InvalidValue.unless(
                value != null && value.length() <= MAX_LENGTH && isOfTheWeb(value),
                FIELD,
                "an address that begins with http:// or https:// and names no user, at most 2000 characters");
        InvalidValue.unless(
                WellFormed.text(value, FIELD).codePoints().noneMatch(Blanks::isInvisible),
                FIELD,
                "an address without invisible characters");
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

    @Override
    public String toString() {
        return value;
    }
}
