package dev.parley.kernel.forum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.member.UserId;

/** Names the stream of what one person wrote in the forum. */
public record ContributionsId(@JsonValue String value) {
    @JsonCreator
    public ContributionsId {}

    public static ContributionsId of(UserId person) {
        return new ContributionsId("contributions~" + person);
    }

    @Override
    public String toString() {
        return value;
    }
}
