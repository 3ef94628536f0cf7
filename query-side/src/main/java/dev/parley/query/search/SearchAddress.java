package dev.parley.query.search;

import java.net.URI;
import java.util.function.BooleanSupplier;

/**
 * Where Elasticsearch is.
 *
 * @param starting whether it is on its way up, so that its silence is no failure yet
 */
public record SearchAddress(URI uri, BooleanSupplier starting) {
    /** The address of a server that is up, or should be. */
    public static SearchAddress of(URI uri) {
        return new SearchAddress(uri, () -> false);
    }
}
