package dev.parley.query.forum.markup;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * Something that a post names by its address, for a client to show.
 *
 * @param url {@code https}, at a host of the list for its kind, without user, port and query: visible ASCII
 */
public record Embed(
        @JsonProperty("kind") Kind kind,
        @JsonProperty("url") String url) {
    /** What is shown. */
    public enum Kind {
        IMAGE,
        GAME,
        STUDY;

        /** As the API spells it. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
