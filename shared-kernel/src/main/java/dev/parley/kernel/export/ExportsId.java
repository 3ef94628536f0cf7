package dev.parley.kernel.export;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.member.UserId;

/** Names the stream of what one person took out of the log with names and texts. */
public record ExportsId(@JsonValue String value) {
    @JsonCreator
    public ExportsId {}

    public static ExportsId of(UserId person) {
        return new ExportsId("exports~" + person);
    }

    @Override
    public String toString() {
        return value;
    }
}
