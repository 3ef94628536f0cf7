package dev.parley.query.projection;

import dev.parley.query.projection.letter.Blame;
import dev.parley.query.projection.letter.DeadLetter;
import dev.parley.query.projection.letter.Parked;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Handles a run's dead letters again, read from the log: those of a stream in their order, up to the first that fails
 * again. To be called on the run's own thread, which it leaves after 50 ms, so that batches come in between.
 */
final class Redelivery {
    private static final int LETTERS_PER_READ = 100;
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Parked parked;
    private final EventStore log;
    private final BatchHandler handler;

    Redelivery(Parked parked, EventStore log, BatchHandler handler) {
        this.parked = parked;
        this.log = log;
        this.handler = handler;
    }

    /**
     * Goes on with these streams, and takes those away that are done: nothing of them waits any more, or what does fails.
     *
     * @throws Exception what is not the event's fault, and may pass; all that was handled by then stays so
     */
    void some(Deque<String> streams) throws Exception {
        long end = System.nanoTime() + TURN_NANOS;
        BooleanSupplier over = () -> System.nanoTime() - end >= 0;
        while (!streams.isEmpty() && !over.getAsBoolean()) {
            if (isDone(streams.getFirst(), over)) {
                streams.removeFirst();
            }
        }
    }

    private boolean isDone(String stream, BooleanSupplier over) throws Exception {
        List<DeadLetter> letters = parked.first(stream, LETTERS_PER_READ);
        if (letters.isEmpty()) {
            return true;
        }
        DomainEventStream events = log.readEvents(stream, letters.getFirst().place());
        for (DeadLetter letter : letters) {
            if (!isHandled(letter, at(letter, events))) {
                return true;
            }
            if (over.getAsBoolean()) {
                return false;
            }
        }
        return false;
    }

    private boolean isHandled(DeadLetter letter, List<TrackedEventMessage<?>> event) throws Exception {
        try {
            if (event.isEmpty()) {
                throw new IllegalStateException("The log has no such event");
            }
            handler.handleTogether(event);
        } catch (Exception failure) {
            if (!Blame.isOnEvent(failure)) {
                throw failure;
            }
            parked.failed(letter, failure);
            return false;
        }
        parked.done(letter);
        return true;
    }

    /** The stored event, in today's shapes, which may be several. */
    private static List<TrackedEventMessage<?>> at(DeadLetter letter, DomainEventStream events) {
        List<TrackedEventMessage<?>> found = new ArrayList<>();
        while (events.hasNext() && events.peek().getSequenceNumber() <= letter.place()) {
            DomainEventMessage<?> event = events.next();
            if (event.getSequenceNumber() == letter.place()) {
                found.add(new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(letter.position()), event));
            }
        }
        return found;
    }
}
