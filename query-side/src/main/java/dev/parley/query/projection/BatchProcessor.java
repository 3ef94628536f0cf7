package dev.parley.query.projection;

import dev.parley.query.BatchSink;
import dev.parley.query.projection.letter.Parked;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Has a run's batches handled, and what they want written sent, before their token is stored. A batch that fails because of
 * one of its events is handled again in halves, and these in theirs, until that event is alone: it is put aside, and so is
 * what follows in its stream. So the rest needs no more than some repetitions, in its order.
 */
final class BatchProcessor extends PooledStreamingEventProcessor {
    private static final Set<Segment> ALL = Set.of(Segment.ROOT_SEGMENT);

    private final List<BatchSink> sinks;
    private final Parked parked;
    private final Predicate<Throwable> isOnEvent;

    /** @param isOnEvent whether an event is put aside for a failure; any other fails the batch */
    BatchProcessor(Builder settings, List<BatchSink> sinks, Parked parked, Predicate<Throwable> isOnEvent) {
        super(settings);
        this.sinks = List.copyOf(sinks);
        this.parked = parked;
        this.isOnEvent = isOnEvent;
    }

    /** @param committing stores the token */
    @Override
    protected void processInUnitOfWork(
            List<? extends EventMessage<?>> batch,
            UnitOfWork<? extends EventMessage<?>> committing,
            Collection<Segment> segments)
            throws Exception {
        handle(batch);
        committing.start();
        committing.commit();
    }

    private <E extends EventMessage<?>> void handle(List<E> batch) throws Exception {
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
     * Has events handled and what they want written sent, all or nothing but for what can be repeated.
     *
     * @throws Exception what failed; where that was an error of the virtual machine or of the program, as its cause: Axon
     *     would forget the run over an error
     */
    <E extends EventMessage<?>> void handleTogether(List<E> events) throws Exception {
        var unit = new BatchingUnitOfWork<>(events);
        unit.onPrepareCommit(committing -> sinks.forEach(BatchSink::flush));
        try {
            super.processInUnitOfWork(events, unit, ALL);
        } catch (Error error) {
            throw new EventProcessingException("A handler failed", error);
        }
    }
}
