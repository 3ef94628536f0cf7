package dev.parley.kernel.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.member.UserId;

/** Names the stream of what one person has reported. */
public record ReporterId(@JsonValue String value) {
    @JsonCreator
    public ReporterId {}

    public static ReporterId of(UserId person) {
        return new ReporterId("reporter~" + person);
    }

    @Override
    public String toString() {
        return value;
    }
}
