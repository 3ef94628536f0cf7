package dev.parley.command.room;

import dev.parley.command.Outcome.Recorded;
import dev.parley.command.StoredEvents;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import java.time.Instant;
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
        return recorded(id).map(Line::posted);
    }

    /** As {@link #find}, with when it was posted. */
    Optional<Line> recorded(MessageId id) {
        return events.at(id.room().value(), id.sequence())
                .flatMap(StoredLines::line)
                .filter(line -> line.posted().number() == id.number()
                        && line.posted().roomId().equals(id.room()));
    }

    private static Optional<Line> line(Recorded<?> recorded) {
        return recorded.event() instanceof MessagePosted posted
                ? Optional.of(new Line(posted, recorded.at()))
                : Optional.empty();
    }

    /** A line, and when it was posted. */
    record Line(MessagePosted posted, Instant at) {}
}
