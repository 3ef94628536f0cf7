package dev.parley.command;

import dev.parley.command.log.TestSerializers;
import dev.parley.kernel.Envelope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/**
 * Handles commands to an aggregate of which the log holds a snapshot alone, as JSON brought it back.
 *
 * @param <T> the aggregate
 */
public final class SnapshotLog<T> {
    private final Class<T> type;
    private final String id;
    private final Map<Class<Object>, Object> resources;

    /** @param resources what the aggregate's handlers ask for, by type */
    @SuppressWarnings("unchecked") // each resource is of its key's type
    public SnapshotLog(Class<T> type, String id, Map<? extends Class<?>, ?> resources) {
        this.type = type;
        this.id = id;
        this.resources = (Map<Class<Object>, Object>) (Map<?, ?>) resources;
    }

    /** What the command leads to when the aggregate is loaded from a snapshot of what {@code given} left. */
    public List<Object> when(Object command, Object... given) {
        var snapshots = new InMemoryEventStorageEngine();
        snapshots.storeSnapshot(message(given.length - 1, throughJson(state(given))));
        Configuration axon = configuration(snapshots);
        try {
            axon.commandGateway().sendAndWait(command);
            return snapshots
                    .readEvents(null, false)
                    .<Object>map(EventMessage::getPayload)
                    .toList();
        } finally {
            axon.shutdown();
        }
    }

    /** What these events leave. The one at place n came of the command {@code command-n}. */
    public T state(Object... events) {
        var log = new InMemoryEventStorageEngine();
        log.appendEvents(IntStream.range(0, events.length)
                .mapToObj(i -> message(i, events[i]))
                .toList());
        Configuration axon = configuration(log);
        AtomicReference<T> state = new AtomicReference<>();
        DefaultUnitOfWork.startAndGet(null)
                .execute(() -> axon.repository(type).load(id).execute(state::set));
        axon.shutdown();
        return state.get();
    }

    /** The state as it comes back from a snapshot. */
    public static <T> T throughJson(T state) {
        var json = TestSerializers.snapshots();
        return json.deserialize(json.serialize(state, byte[].class));
    }

    private GenericDomainEventMessage<Object> message(int sequence, Object payload) {
        return new GenericDomainEventMessage<>(
                type.getSimpleName(), id, sequence, payload, Map.of(Envelope.COMMAND, "command-" + sequence));
    }

    private Configuration configuration(EventStorageEngine log) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEmbeddedEventStore(configuration -> log)
                .configureAggregate(type);
        resources.forEach((kind, resource) -> configurer.registerComponent(kind, configuration -> resource));
        return configurer.start();
    }
}
