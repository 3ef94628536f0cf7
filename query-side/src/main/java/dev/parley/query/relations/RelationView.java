package dev.parley.query.relations;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody is to the one who asks: whether the latter follows them, and blocks them. */
public record RelationView(
        @JsonProperty("following") boolean following,
        @JsonProperty("blocking") boolean blocking) {
    static final RelationView NONE = new RelationView(false, false);
}
