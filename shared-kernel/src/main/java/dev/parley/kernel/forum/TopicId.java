package dev.parley.kernel.forum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names a topic and its stream: {@code topic~} and a UUID. */
public record TopicId(@JsonValue String value) {
    static final String SHAPE = "topic~[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    /** @throws InvalidValue if the text is no topic's id */
    @JsonCreator
    public TopicId {
        InvalidValue.unless(value != null && PATTERN.matcher(value).matches(), "topic_id", "the id of a topic");
    }

    /** One that nothing has had before. */
    public static TopicId fresh() {
        return new TopicId("topic~" + UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value;
    }
}
