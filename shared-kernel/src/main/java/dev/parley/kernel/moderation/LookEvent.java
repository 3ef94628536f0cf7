package dev.parley.kernel.moderation;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/** That somebody looked at a conversation which is not theirs. Why is told by the envelope. */
public sealed interface LookEvent {
    ConversationId conversationId();

    /**
     * They saw at most 50 messages.
     *
     * @param caseId which the moderator held then; without one they had no other right to it than their reason
     * @param before number of the message right after those; 0 for the newest, and in the days before it was told
     */
    @Revision("1")
    record ConversationLookedAt(ConversationId conversationId, UserId moderator, Optional<CaseId> caseId, long before)
            implements LookEvent {}
}
