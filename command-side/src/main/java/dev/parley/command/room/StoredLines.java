package dev.parley.command.room;

import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Reads one line however old from its place in the room's stream: one read of one event. */
@Component
class StoredLines {
    private final EventStore events;

    StoredLines(EventStore events) {
        this.events = events;
    }

    /** The line as it was posted; empty unless exactly this one stands there. */
    Optional<MessagePosted> find(MessageId id) {
        DomainEventStream from = events.readEvents(id.room().value(), id.sequence());
        if (from.hasNext()
                && from.next().getPayload() instanceof MessagePosted line
                && line.number() == id.number()
                && line.roomId().equals(id.room())) {
            return Optional.of(line);
        }
        return Optional.empty();
    }
}
