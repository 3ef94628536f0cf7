package dev.parley.query.forum.markup;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the addresses in a post: {@code http} and {@code https} with a host, and without a user, which serves to
 * pretend another host. At most {@value #MAX_LENGTH} characters, written in ASCII.
 */
final class Addresses {
    static final int MAX_LENGTH = 1_000;

    /** What browsers take in an address, although the standard does not, and the quote, which might end an attribute. */
    private static final Pattern TOLERATED = Pattern.compile("[\\[\\]{}|^`'\\\\\"<> ]");

    private Addresses() {}

    static Optional<URI> parse(String address) {
        if (address.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(TOLERATED
                    .matcher(address)
                    .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0))));
            return isWeb(uri) && uri.toASCIIString().length() <= MAX_LENGTH ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI uri) {
        boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        return web && uri.getHost() != null && uri.getRawUserInfo() == null;
    }
}
