package dev.parley.command.log;

import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Axon's event store, whose events are named by {@link EventJournal}. A snapshot that cannot be read is passed over,
 * and all events are read instead; when the store is away, reading fails with what it failed with.
 */
class LogStore extends EmbeddedEventStore {
    LogStore(EventStorageEngine engine) {
        super(builder().storageEngine(engine));
        registerDispatchInterceptor(new EventJournal());
    }

    @Override
    protected Optional<DomainEventMessage<?>> handleSnapshotReadingError(String aggregate, Throwable failure) {
        if (failure instanceof RuntimeException away && Failure.of(away) == Failure.AWAY) {
            throw away;
        }
        return super.handleSnapshotReadingError(aggregate, failure);
    }
}
