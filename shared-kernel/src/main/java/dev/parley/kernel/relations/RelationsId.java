package dev.parley.kernel.relations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.member.UserId;

/** Names the stream of whom one person follows and blocks. */
public record RelationsId(@JsonValue String value) {
    @JsonCreator
    public RelationsId {}

    public static RelationsId of(UserId person) {
        return new RelationsId("relations~" + person);
    }

    @Override
    public String toString() {
        return value;
    }
}
