package dev.parley.query.room;

import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BiConsumer;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * One room's state: loaded once, and from then on carried on by the log's tail. Events that arrive while it is being
 * loaded, 4,096 at most, wait for it. It takes each event once and in the order of the stream.
 */
public final class RoomFold {
    private static final int WAITING = 4_096;

    private final Queue<DomainEventMessage<?>> waiting = new ArrayDeque<>();
    private BiConsumer<DomainEventMessage<?>, RoomState> applied = (event, after) -> {};
    private boolean loaded;
    private boolean broken;
    private volatile RoomState state;

    /** The state now; empty while it is being loaded, and when the room was never opened. */
    public Optional<RoomState> state() {
        return Optional.ofNullable(state);
    }

    /** Starts before the room's first event; otherwise as {@link #begin(RoomState)}. */
    public synchronized boolean begin() {
        loaded = true;
        waiting.forEach(this::apply);
        waiting.clear();
        return !broken;
    }

    /**
     * Starts from a state read from elsewhere, and takes what arrived meanwhile; {@code false} when some of that is
     * missing, so that the fold is of no more use.
     */
    public synchronized boolean begin(RoomState known) {
        state = known;
        return begin();
    }

    /** As {@link #begin(RoomState)}; whoever is {@code told} gets each event after it, with the state after that. */
    public synchronized boolean begin(RoomState known, BiConsumer<DomainEventMessage<?>, RoomState> told) {
        applied = told;
        return begin(known);
    }

    /** Takes the room's next event; {@code false} when one before it is missing, so that the fold is of no more use. */
    public synchronized boolean on(DomainEventMessage<?> event) {
        if (loaded) {
            apply(event);
        } else if (waiting.size() < WAITING) {
            waiting.add(event);
        } else {
            broken = true;
        }
        return !broken;
    }

    private void apply(DomainEventMessage<?> event) {
        long sequence = event.getSequenceNumber();
        long next = state == null ? 0 : state.sequence() + 1;
        if (sequence < next) {
            return;
        }
        if (broken || sequence > next) {
            broken = true;
            return;
        }
        state = after((RoomEvent) event.getPayload(), event);
        applied.accept(event, state);
    }

    private RoomState after(RoomEvent payload, DomainEventMessage<?> event) {
        return state == null
                ? RoomState.opened((RoomOpened) payload, event.getTimestamp())
                : state.after(payload, event.getSequenceNumber());
    }
}
