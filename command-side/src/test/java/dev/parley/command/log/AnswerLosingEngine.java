package dev.parley.command.log;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Commits what it is given, and fails once all the same, as when the connection breaks after the commit. */
class AnswerLosingEngine implements EventStorageEngine {
    private final EventStorageEngine engine;
    private final AtomicBoolean lose;

    AnswerLosingEngine(EventStorageEngine engine, AtomicBoolean lose) {
        this.engine = engine;
        this.lose = lose;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        engine.appendEvents(events);
        if (lose.compareAndSet(true, false)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    throw new EventStoreException("The connection broke");
                }
            });
        }
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        engine.storeSnapshot(snapshot);
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean mayBlock) {
        return engine.readEvents(token, mayBlock);
    }

    @Override
    public DomainEventStream readEvents(String stream, long firstSequence) {
        return engine.readEvents(stream, firstSequence);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        return engine.readSnapshot(stream);
    }
}
