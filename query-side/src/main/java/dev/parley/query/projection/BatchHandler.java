package dev.parley.query.projection;

import dev.parley.query.BatchSink;
import dev.parley.query.projection.letter.Parked;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;

/**
 * Has a run's batches handled, and what they want written sent. A batch that fails because of one of its events is handled
 * again in halves, and these in theirs, until that event is alone: it is put aside, and so is what follows in its stream. So
 * the rest needs no more than some repetitions, in its order.
 */
final class BatchHandler {
    private final List<EventHandlerInvoker> handlers;
    private final List<BatchSink> sinks;
    private final Parked parked;
    private final Predicate<Throwable> isOnEvent;
    private final Map<Class<?>, Boolean> handled = new ConcurrentHashMap<>();

    /**
     * @param parked what the run has put aside
     * @param isOnEvent whether an event is put aside for a failure; any other fails the batch
     */
    BatchHandler(EventHandlerInvoker handlers, List<BatchSink> sinks, Parked parked, Predicate<Throwable> isOnEvent) {
        this.handlers = handlers instanceof MultiEventHandlerInvoker many ? many.delegates() : List.of(handlers);
        this.sinks = List.copyOf(sinks);
        this.parked = parked;
        this.isOnEvent = isOnEvent;
    }

    /** Whether the projection does anything with events of this type. */
    boolean handles(Class<?> payload) {
        return handled.computeIfAbsent(
                payload, type -> handlers.stream().anyMatch(handler -> handler.canHandleType(type)));
    }

    /**
     * Has these events handled, in their order, or put aside.
     *
     * @throws Exception what no event is to blame for: all of it is to be handled again
     */
    <E extends EventMessage<?>> void handle(List<E> batch) throws Exception {
        List<E> free = parked.withoutWaiting(batch);
        if (free.isEmpty()) {
            return;
        }
        try {
            handleTogether(free);
        } catch (Exception failure) {
            if (!isOnEvent.test(failure)) {
                throw failure;
            }
            if (free.size() > 1) {
                handle(free.subList(0, free.size() / 2));
                handle(free.subList(free.size() / 2, free.size()));
            } else if (free.getFirst() instanceof DomainEventMessage<?> culprit) {
                parked.park(culprit, failure);
            } else {
                throw failure;
            }
        }
    }

    /**
     * Has events handled in one unit of work, which knows them all, and what they want written sent: all or nothing but for
     * what can be repeated.
     *
     * @throws Exception what failed; where that was an error of the virtual machine or of the program, as its cause
     */
    <E extends EventMessage<?>> void handleTogether(List<E> events) throws Exception {
        var unit = new BatchingUnitOfWork<>(events);
        unit.start();
        try {
            parked.run().enter(unit);
            for (EventMessage<?> event : events) {
                for (EventHandlerInvoker handler : handlers) {
                    handler.handle(event, Segment.ROOT_SEGMENT);
                }
            }
            sinks.forEach(BatchSink::flush);
            unit.commit();
        } catch (Error error) {
            throw new EventProcessingException("A handler failed", error);
        } finally {
            if (unit.isActive()) {
                unit.rollback();
            }
        }
    }
}
