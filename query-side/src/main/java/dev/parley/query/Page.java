package dev.parley.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Part of a list.
 *
 * @param next cursor that leads on in the direction in which the list is read, {@code null} at its end
 */
public record Page<T>(
        @JsonProperty("items") List<T> items,
        @JsonProperty("next") String next) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 100;

    public Page {
        items = List.copyOf(items);
    }
}
