package dev.parley.kernel.forum;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one post: its topic, its number there (from 1, without holes) and the place of its event in the topic's stream,
 * so that a post however old is found by one read of one event.
 */
public record PostId(TopicId topic, long number, long sequence) {
    private static final Pattern SHAPE = Pattern.compile("(" + TopicId.SHAPE + ")~(\\d{1,15})~(\\d{1,15})");

    /** @throws InvalidValue if the text is no post's id */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PostId parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        InvalidValue.unless(matcher.matches(), "post_id", "the id of a post");
        return new PostId(
                new TopicId(matcher.group(1)), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    @Override
    @JsonValue
    public String toString() {
        return topic + "~" + number + "~" + sequence;
    }
}
