package dev.parley.command.log;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.serialization.SerializationException;

/** Builds an aggregate as it was, by its own handlers, beside the one in use: without a lock, and out of the cache. */
class Replay {
    private final Configuration axon;
    private final EventStorageEngine log;
    private final Map<Class<?>, AggregateModel<?>> models = new ConcurrentHashMap<>();

    Replay(Configuration axon, EventStorageEngine log) {
        this.axon = axon;
        this.log = log;
    }

    /**
     * The aggregate after the event at this place of its stream, which there is. Waits for the event store, for all events
     * from the last snapshot before on.
     *
     * @param type of the aggregate; empty where only a newer server knows it
     */
    Optional<Object> state(String type, String stream, long last) {
        return axon.findModules(AggregateConfiguration.class).stream()
                .<AggregateConfiguration<?>>map(kind -> kind)
                .filter(kind -> kind.aggregateType().getSimpleName().equals(type))
                .findFirst()
                .map(kind -> replayed(kind, stream, last));
    }

    private <T> T replayed(AggregateConfiguration<T> kind, String stream, long last) {
        DomainEventStream events = events(stream, last);
        EventSourcedAggregate<T> aggregate = EventSourcedAggregate.initialize(
                kind.aggregateFactory().createAggregateRoot(stream, events.peek()),
                model(kind.aggregateType()),
                axon.eventBus(),
                NoSnapshotTriggerDefinition.TRIGGER);
        aggregate.initializeState(events);
        return aggregate.invoke(state -> state);
    }

    @SuppressWarnings("unchecked") // each model is of its key
    private <T> AggregateModel<T> model(Class<T> type) {
        return (AggregateModel<T>) models.computeIfAbsent(
                type,
                key -> AnnotatedAggregateMetaModelFactory.inspectAggregate(
                        key, axon.parameterResolverFactory(), axon.handlerDefinition(key)));
    }

    private DomainEventStream events(String stream, long last) {
        Optional<DomainEventMessage<?>> snapshot = snapshot(stream).filter(taken -> taken.getSequenceNumber() <= last);
        long next = snapshot.map(taken -> taken.getSequenceNumber() + 1).orElse(0L);
        Stream<? extends DomainEventMessage<?>> events =
                log.readEvents(stream, next).asStream().takeWhile(event -> event.getSequenceNumber() <= last);
        return DomainEventStream.of(Stream.concat(snapshot.stream(), events));
    }

    /** One that cannot be read is passed over. */
    private Optional<DomainEventMessage<?>> snapshot(String stream) {
        try {
            return log.readSnapshot(stream);
        } catch (SerializationException unreadable) {
            return Optional.empty();
        }
    }
}
