package dev.parley.kernel.moderation;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import java.util.Optional;

/** That somebody looked at a conversation which is not theirs. Why is told by the envelope. */
public sealed interface LookEvent {
    ConversationId conversationId();

    /** @param caseId which the moderator held then; without one they had no other right to it than their reason */
    record ConversationLookedAt(ConversationId conversationId, UserId moderator, Optional<CaseId> caseId)
            implements LookEvent {}
}
