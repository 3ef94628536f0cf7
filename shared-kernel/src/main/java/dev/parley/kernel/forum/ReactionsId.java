package dev.parley.kernel.forum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names the stream of the reactions to one post. */
public record ReactionsId(@JsonValue String value) {
    @JsonCreator
    public ReactionsId {}

    public static ReactionsId of(PostId post) {
        return new ReactionsId("reactions~" + post);
    }

    @Override
    public String toString() {
        return value;
    }
}
