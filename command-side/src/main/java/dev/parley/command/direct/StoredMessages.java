package dev.parley.command.direct;

import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.DirectMessageId;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Reads one message however old from its place in the conversation's stream: one read of one event. */
@Component
class StoredMessages {
    private final EventStore events;

    StoredMessages(EventStore events) {
        this.events = events;
    }

    /** The message as it was sent; empty unless exactly this one stands there. */
    Optional<DirectMessageSent> find(DirectMessageId id) {
        DomainEventStream from = events.readEvents(id.conversation().value(), id.sequence());
        if (from.hasNext()
                && from.next().getPayload() instanceof DirectMessageSent message
                && message.number() == id.number()
                && message.conversationId().equals(id.conversation())) {
            return Optional.of(message);
        }
        return Optional.empty();
    }
}
