package dev.parley.kernel.operations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a dead letter among those of one projection: an event that could not be handled, or that waits behind such a one.
 *
 * @param version of the projection, from 1
 * @param position of the event in the log
 */
public record LetterId(int version, long position) {
    private static final Pattern SHAPE = Pattern.compile("([1-9]\\d{0,8})-(\\d{1,18})");

    /** @throws InvalidValue if there can be no such version or position */
    public LetterId {
        InvalidValue.unless(version > 0 && position >= 0, "letter", "the id of a dead letter, such as 1-42");
    }

    /** @throws InvalidValue if the text is no id of a dead letter */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LetterId parse(String text) {
        return parse(text, "letter");
    }

    /**
     * @param field that has the text
     * @throws InvalidValue if the text is no id of a dead letter
     */
    public static LetterId parse(String text, String field) {
        Matcher matcher = SHAPE.matcher(text);
        InvalidValue.unless(matcher.matches(), field, "the id of a dead letter, such as 1-42");
        return new LetterId(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }

    @JsonValue
    @Override
    public String toString() {
        return version + "-" + position;
    }
}
