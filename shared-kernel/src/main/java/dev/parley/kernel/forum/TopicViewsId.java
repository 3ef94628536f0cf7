package dev.parley.kernel.forum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names the stream of who looked at one topic. */
public record TopicViewsId(@JsonValue String value) {
    @JsonCreator
    public TopicViewsId {}

    public static TopicViewsId of(TopicId topic) {
        return new TopicViewsId("views~" + topic);
    }

    @Override
    public String toString() {
        return value;
    }
}
