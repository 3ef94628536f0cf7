package dev.parley.query.forum;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A category of the forum.
 *
 * @param order where it stands among the others, the smallest first
 */
public record CategoryView(
        @JsonProperty("slug") String slug,
        @JsonProperty("name") String name,
        @JsonProperty("description") String description,
        @JsonProperty("order") int order) {}
