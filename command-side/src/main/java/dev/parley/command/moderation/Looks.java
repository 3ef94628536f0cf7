package dev.parley.command.moderation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.moderation.LookCommand.LookAtConversation;
import dev.parley.kernel.moderation.LookEvent.ConversationLookedAt;
import dev.parley.kernel.moderation.LookId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;

/** That moderators looked at one conversation. {@link Looking} says who may. */
@Revision("1")
@Aggregate(cache = "aggregateCache", snapshotTriggerDefinition = "snapshotTrigger")
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class Looks {
    @AggregateIdentifier
    private LookId id;

    Looks() {} // filled from events

    void add(LookAtConversation command) {
        apply(new ConversationLookedAt(
                command.conversationId(),
                command.actor().id(),
                command.caseId(),
                command.before().orElse(0)));
    }

    @EventSourcingHandler
    void on(ConversationLookedAt event) {
        id = new LookId(event.conversationId());
    }
}
