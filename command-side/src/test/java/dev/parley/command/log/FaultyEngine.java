package dev.parley.command.log;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Has each append go through what a test puts in its way, and counts them. */
class FaultyEngine implements EventStorageEngine {
    private final EventStorageEngine engine;
    final AtomicInteger appends = new AtomicInteger();
    volatile Consumer<List<? extends EventMessage<?>>> before = events -> {};
    volatile Runnable after = () -> {};

    FaultyEngine(EventStorageEngine engine) {
        this.engine = engine;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        appends.incrementAndGet();
        before.accept(events);
        engine.appendEvents(events);
        after.run();
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

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return engine.lastSequenceNumberFor(stream);
    }
}
