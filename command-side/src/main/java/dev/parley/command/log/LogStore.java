package dev.parley.command.log;

import dev.parley.command.Failure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Axon's event store, whose events are named by {@link EventJournal}, and which whoever is far behind reads by
 * {@link CatchUpStream}. A snapshot that cannot be read is passed over, and all events are read instead; when the store is
 * away, reading fails with what it failed with.
 */
class LogStore extends EmbeddedEventStore {
    /** How often it looks for what other nodes have stored: what this one stores wakes it at once. */
    private static final Duration LOOKS_EVERY = Duration.ofMillis(100);

    private final FarLog log;
    private final ExecutorService reading = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("log-page-", 0).daemon().factory());

    LogStore(EventStorageEngine engine, FarLog log) {
        super(builder().storageEngine(engine).fetchDelay(LOOKS_EVERY.toMillis()));
        this.log = log;
        registerDispatchInterceptor(new EventJournal());
    }

    @Override
    public TrackingEventStream openStream(TrackingToken from) {
        return new CatchUpStream(log, from, super::openStream, reading);
    }

    @Override
    public void shutDown() {
        super.shutDown();
        reading.shutdown();
    }

    @Override
    protected Optional<DomainEventMessage<?>> handleSnapshotReadingError(String aggregate, Throwable failure) {
        if (failure instanceof RuntimeException away && Failure.of(away) == Failure.AWAY) {
            throw away;
        }
        return super.handleSnapshotReadingError(aggregate, failure);
    }
}
