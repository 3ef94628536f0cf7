package dev.parley.command.direct;

import dev.parley.command.Outcome.Recorded;
import dev.parley.command.StoredEvents;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.DirectMessageId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads one message however old from its place in the conversation's stream: one read of one event. */
@Component
class StoredMessages {
    private final StoredEvents events;

    StoredMessages(StoredEvents events) {
        this.events = events;
    }

    /** The message as it was sent; empty unless exactly this one stands there. */
    Optional<DirectMessageSent> find(DirectMessageId id) {
        return events.at(id.conversation().value(), id.sequence())
                .<Object>map(Recorded::event)
                .filter(DirectMessageSent.class::isInstance)
                .map(DirectMessageSent.class::cast)
                .filter(sent ->
                        sent.number() == id.number() && sent.conversationId().equals(id.conversation()));
    }
}
