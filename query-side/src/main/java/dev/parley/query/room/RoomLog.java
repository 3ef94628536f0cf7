package dev.parley.query.room;

import dev.parley.kernel.room.RoomId;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** One room's stream in the log, read in small batches as it is consumed. Every read blocks. */
@Component
public class RoomLog {
    private final EventStore store;

    public RoomLog(EventStore store) {
        this.store = store;
    }

    /** The room's events from this place on, up to the last one stored. */
    public Stream<? extends DomainEventMessage<?>> from(RoomId room, long sequence) {
        return store.readEvents(room.value(), sequence).asStream();
    }

    /** Place of the last event stored; -1 before the first. */
    public long head(RoomId room) {
        return store.lastSequenceNumberFor(room.value()).orElse(-1L);
    }

    /** The room after all of its events; empty when it was never opened. */
    Optional<RoomState> fold(RoomId room) {
        RoomFold fold = new RoomFold();
        fold.begin();
        from(room, 0).forEach(fold::on);
        return fold.state();
    }

    /** The room after the events that follow on what is known already. */
    Optional<RoomState> foldOnto(RoomState known) {
        RoomFold fold = new RoomFold();
        fold.begin(known);
        from(known.opening().id(), known.sequence() + 1).forEach(fold::on);
        return fold.state();
    }
}
