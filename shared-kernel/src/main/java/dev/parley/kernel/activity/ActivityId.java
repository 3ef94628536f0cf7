package dev.parley.kernel.activity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names one reported activity, which is a stream of one event. */
public record ActivityId(@JsonValue String value) {
    @JsonCreator
    public ActivityId {}

    /** One that nothing has had before. */
    public static ActivityId fresh() {
        return new ActivityId("activity~" + UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value;
    }
}
