package dev.parley.query;

import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.room.RoomState;
import dev.parley.query.room.RoomStates;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Rooms as the log has them, read from their first event each time. */
class FoldedRooms implements RoomStates {
    private final EventStore log;

    FoldedRooms(EventStore log) {
        this.log = log;
    }

    @Override
    public CompletableFuture<Optional<RoomState>> current(RoomId room) {
        RoomState state = null;
        for (DomainEventMessage<?> event :
                log.readEvents(room.value()).asStream().toList()) {
            state = event.getPayload() instanceof RoomOpened opened
                    ? RoomState.opened(opened, event.getTimestamp())
                    : state.after((RoomEvent) event.getPayload(), event.getSequenceNumber());
        }
        return CompletableFuture.completedFuture(Optional.ofNullable(state));
    }
}
