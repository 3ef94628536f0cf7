package dev.parley.query.direct;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import java.util.OptionalLong;

/**
 * Asks for a conversation of others, once the log says that a moderator looks at it: answered with a {@link LookView} of
 * at most {@value #MOST} messages.
 *
 * @param before number of the message right after the page, {@link Long#MAX_VALUE} for the newest page
 */
public record LookQuery(ConversationId conversationId, long before) {
    public static final int MOST = 50;

    /** Of the newest page. */
    public static LookQuery newest(ConversationId conversation) {
        return new LookQuery(conversation, Long.MAX_VALUE);
    }

    /**
     * Of the page right before a message.
     *
     * @throws InvalidValue if the message is another conversation's
     */
    public static LookQuery before(DirectMessageId message, ConversationId conversation) {
        InvalidValue.unless(
                message.conversation().equals(conversation), "before", "the id of a message in this conversation");
        return new LookQuery(conversation, message.number());
    }

    /** Number of the message right after the page; empty for the newest page. */
    public OptionalLong end() {
        return before == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(before);
    }
}
