package dev.parley.query.direct;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.past.PastStream;

/**
 * As {@link LookQuery}, but for a conversation as it was at some time. Nobody is shown the answer before the log says that
 * they look.
 *
 * @param conversation its stream then
 * @param before number of the message right after the page, {@link Long#MAX_VALUE} for the newest page
 * @param limit at most so many messages, 1 to {@value LookQuery#MOST}
 */
public record LookAsOf(PastStream conversation, long before, int limit) {
    /** @throws InvalidValue if the limit is out of its bounds */
    public LookAsOf {
        InvalidValue.unless(limit >= 1 && limit <= LookQuery.MOST, "limit", "1 to " + LookQuery.MOST);
    }

    public ConversationId conversationId() {
        return new ConversationId(conversation.id());
    }
}
