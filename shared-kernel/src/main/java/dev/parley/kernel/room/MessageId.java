package dev.parley.kernel.room;

import dev.parley.kernel.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one line: its room, its number there (from 1, without holes) and the place of its event in the room's stream,
 * so that a line however old is found by one read of one event.
 */
public record MessageId(RoomId room, long number, long sequence) {
    private static final Pattern SHAPE = Pattern.compile("(.{6,75})~(\\d{1,15})~(\\d{1,15})");

    /** @throws InvalidValue if the text is no message's id */
    public static MessageId parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        InvalidValue.unless(matcher.matches(), "message_id", "the id of a message");
        return new MessageId(
                new RoomId(matcher.group(1)), Long.parseLong(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    @Override
    public String toString() {
        return room + "~" + number + "~" + sequence;
    }
}
