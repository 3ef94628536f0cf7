package dev.parley.command.room;

import dev.parley.command.Outcome.Recorded;
import dev.parley.command.StoredEvents;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads one line however old from its place in the room's stream: one read of one event. */
@Component
class StoredLines {
    private final StoredEvents events;

    StoredLines(StoredEvents events) {
        this.events = events;
    }

    /** The line as it was posted; empty unless exactly this one stands there. */
    Optional<MessagePosted> find(MessageId id) {
        return events.at(id.room().value(), id.sequence())
                .<Object>map(Recorded::event)
                .filter(MessagePosted.class::isInstance)
                .map(MessagePosted.class::cast)
                .filter(line -> line.number() == id.number() && line.roomId().equals(id.room()));
    }
}
