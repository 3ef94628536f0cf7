package dev.parley.query.forum.search;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A topic that somebody may be about to look for. */
public record SuggestionView(
        @JsonProperty("id") String id,
        @JsonProperty("title") String title,
        @JsonProperty("slug") String slug,
        @JsonProperty("category") String category) {}
