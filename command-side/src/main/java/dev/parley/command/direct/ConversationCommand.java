package dev.parley.command.direct;

import dev.parley.command.Command;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.kernel.direct.DirectText;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Everything that can be asked of a conversation, by one of the two whose it is: to others, and before it has begun, it
 * is {@code UNKNOWN_CONVERSATION}. What is so already leads to no event. Services converse with nobody.
 */
public sealed interface ConversationCommand extends Command {
    @TargetAggregateIdentifier
    ConversationId conversationId();

    @Override
    default Rejection whenUnknown() {
        return Rejection.UNKNOWN_CONVERSATION;
    }

    /**
     * Begins the conversation with somebody, or goes on in it as a {@link Reply} does. Refused as
     * {@code TOO_MANY_CONVERSATIONS} to who has begun 20 within a day, or 4 in the account's first 7 days.
     */
    record WriteTo(Actor actor, UserId recipient, DirectText content) implements ConversationCommand {
        /** @throws dev.parley.kernel.InvalidValue if that is the actor */
        public WriteTo {
            ConversationId.of(actor.id(), recipient);
        }

        @Override
        public ConversationId conversationId() {
            return ConversationId.of(actor.id(), recipient);
        }
    }

    /** Refused by the rules of writing, and as {@code TOO_MANY_MESSAGES} to who has sent 20 within a minute. */
    record Reply(Actor actor, ConversationId conversationId, DirectText content) implements ConversationCommand {}

    /** The actor has read all there is. */
    record MarkRead(Actor actor, ConversationId conversationId) implements ConversationCommand {}

    /** The actor has read up to this message. Refused as {@code UNKNOWN_MESSAGE} if it is none of this conversation. */
    record MarkReadUpTo(Actor actor, ConversationId conversationId, DirectMessageId upTo)
            implements ConversationCommand {}

    /** Takes it out of the actor's sight until the next message. */
    record HideConversation(Actor actor, ConversationId conversationId) implements ConversationCommand {}
}
