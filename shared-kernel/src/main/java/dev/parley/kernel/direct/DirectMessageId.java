package dev.parley.kernel.direct;

import dev.parley.kernel.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one message: its conversation, its number there (from 1, without holes) and the place of its event in the
 * conversation's stream, so that it is found by one read of one event.
 */
public record DirectMessageId(ConversationId conversation, long number, long sequence) {
    private static final Pattern SHAPE = Pattern.compile("(dm~[^~]+~[^~]+)~(\\d{1,15})~(\\d{1,15})");

    /** @throws InvalidValue if the text is no message's id */
    public static DirectMessageId parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        InvalidValue.unless(matcher.matches(), "message_id", "the id of a direct message");
        return new DirectMessageId(
                new ConversationId(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3)));
    }

    @Override
    public String toString() {
        return conversation + "~" + number + "~" + sequence;
    }
}
