package dev.parley.kernel.direct;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;

/**
 * Everything that can happen in one conversation. Each side's messages are counted, so that what one of them has not
 * read is a difference of two counts, whatever else happened in between: {@code heard} is how many messages of the
 * other they have read.
 */
public sealed interface ConversationEvent {
    ConversationId conversationId();

    /** Its first message follows. */
    record ConversationStarted(ConversationId conversationId, UserId by) implements ConversationEvent {}

    /**
     * Whoever writes has read what was there.
     *
     * @param number from 1, without holes, of both sides together
     * @param ordinal of the sender's messages alone, from 1
     * @param heard how many of the other's messages there are before it
     */
    record DirectMessageSent(
            ConversationId conversationId, long number, UserId sender, long ordinal, long heard, PersonalText content)
            implements ConversationEvent {
        public UserId recipient() {
            return conversationId.other(sender);
        }
    }

    /**
     * One of the two has read up to a message: always further than before.
     *
     * @param upTo number of that message
     */
    record ConversationRead(ConversationId conversationId, UserId reader, long upTo, long heard)
            implements ConversationEvent {}

    /**
     * One of the two wants it out of sight until the next message.
     *
     * @param upTo number of the last message then
     */
    record ConversationHidden(ConversationId conversationId, UserId by, long upTo) implements ConversationEvent {}
}
