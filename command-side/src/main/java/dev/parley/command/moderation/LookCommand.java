package dev.parley.command.moderation;

import dev.parley.command.Command;
import dev.parley.kernel.ReasonText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.moderation.CaseId;
import dev.parley.kernel.moderation.LookId;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What moderators ask of conversations that are not theirs. */
public sealed interface LookCommand extends Command {
    ConversationId conversationId();

    @TargetAggregateIdentifier
    default LookId lookId() {
        return new LookId(conversationId());
    }

    @Override
    default Rejection whenUnknown() {
        return Rejection.UNKNOWN_CONVERSATION;
    }

    /**
     * Looks at what two people write to each other, which is told each time. By a moderator who holds a case about one
     * of the two and their conduct, or one with this conversation as evidence, else {@code INQUIRY_LOST}; or without a
     * case, for a reason of at least 10 characters. Refused as {@code UNKNOWN_CONVERSATION} before it has begun.
     *
     * @param before number of the message right after those that are looked at; empty for the newest
     */
    record LookAtConversation(
            Actor actor, ConversationId conversationId, Optional<CaseId> caseId, OptionalLong before, String reason)
            implements LookCommand {
        public LookAtConversation {
            reason = ReasonText.orNone(reason);
        }
    }
}
