package dev.parley.kernel.member;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names the stream that says whose a username is: one for all spellings that differ in case alone. */
public record UsernameId(@JsonValue String value) {
    @JsonCreator
    public UsernameId {}

    public static UsernameId of(Username username) {
        return new UsernameId("username~" + username.folded());
    }

    @Override
    public String toString() {
        return value;
    }
}
