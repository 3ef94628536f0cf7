package dev.parley.kernel.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.direct.ConversationId;

/** Names the stream of all looks that moderators took at one conversation: {@code look~} and its id. */
public record LookId(ConversationId conversation) {
    private static final String PREFIX = "look~";

    /** @throws InvalidValue if the text names no such stream */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LookId parse(String text) {
        InvalidValue.unless(text.startsWith(PREFIX), "look_id", "the id of the looks at a conversation");
        return new LookId(new ConversationId(text.substring(PREFIX.length())));
    }

    @Override
    @JsonValue
    public String toString() {
        return PREFIX + conversation;
    }
}
