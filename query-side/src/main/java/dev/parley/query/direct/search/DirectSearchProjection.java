package dev.parley.query.direct.search;

import dev.parley.kernel.direct.ConversationEvent;
import dev.parley.kernel.direct.ConversationEvent.ConversationHidden;
import dev.parley.kernel.direct.ConversationEvent.ConversationRead;
import dev.parley.kernel.direct.ConversationEvent.ConversationStarted;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.member.MemberEvent.MemberErased;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Projection;
import dev.parley.query.search.ErasedTexts;
import dev.parley.query.search.IndexWrites;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Keeps every direct message findable by its text, by those two who wrote it. */
@Projection(name = "direct-search")
class DirectSearchProjection {
    private final IndexWrites writes;
    private final ErasedTexts erasures;

    DirectSearchProjection(IndexWrites writes, ErasedTexts erasures) {
        this.writes = writes;
        this.erasures = erasures;
        writes.declare(DirectIndex.INDEX);
    }

    @EventHandler
    void on(ConversationEvent event, @SequenceNumber long sequence, @Timestamp Instant at) {
        switch (event) {
            case DirectMessageSent sent -> index(sent, sequence, at);
            case ConversationStarted other -> {}
            case ConversationRead other -> {}
            case ConversationHidden other -> {}
        }
    }

    @EventHandler
    void on(MemberErased erased, TrackingToken token) {
        erasures.erase(DirectIndex.INDEX, DirectIndex.SENDER, erased.member(), DirectIndex.CONTENT, token);
    }

    private void index(DirectMessageSent sent, long sequence, Instant at) {
        writes.index(
                DirectIndex.INDEX,
                sent.conversationId() + "~" + sent.number(),
                sequence,
                Map.of(
                        DirectIndex.PARTICIPANTS,
                        sent.conversationId().people().map(UserId::value).toList(),
                        DirectIndex.CONVERSATION,
                        sent.conversationId().value(),
                        DirectIndex.SENDER,
                        sent.sender().value(),
                        DirectIndex.AT,
                        at.toEpochMilli(),
                        DirectIndex.CONTENT,
                        sent.content().text()));
    }
}
