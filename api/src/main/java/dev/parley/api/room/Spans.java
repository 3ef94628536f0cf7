package dev.parley.api.room;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.room.MessageId;
import dev.parley.query.room.message.MessageQuery.Span;

/** Reads which part of a room's history is asked for. */
public final class Spans {
    private Spans() {}

    /**
     * @param before id of the line right behind that part, empty for none
     * @param after id of the line right before that part, empty for none
     * @throws InvalidValue if both are named, or one is no line's id
     */
    public static Span of(String before, String after) {
        InvalidValue.unless(before.isEmpty() || after.isEmpty(), "after", "not together with before");
        if (!before.isEmpty()) {
            return new Span.Before(line("before", before));
        }
        return after.isEmpty() ? new Span.Newest() : new Span.After(line("after", after));
    }

    private static MessageId line(String parameter, String id) {
        try {
            return MessageId.parse(id);
        } catch (InvalidValue e) {
            throw new InvalidValue(parameter, "the id of a message");
        }
    }
}
