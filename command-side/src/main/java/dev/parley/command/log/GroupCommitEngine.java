package dev.parley.command.log;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.springframework.context.SmartLifecycle;

/**
 * Appends what waits at the same time in one transaction, so that one fsync serves many commands. Each caller waits
 * until its own events are on disk. One thread appends ({@link LogWriter}), so the log has no holes that fill later. What
 * the unit of work noted in its {@link ReadSet} must still be so, else appending fails and the command is handled anew.
 *
 * <p>Appending fails with {@link dev.parley.command.StoreUnavailable} when the store does not answer, and while the
 * engine is not running.
 */
class GroupCommitEngine implements EventStorageEngine, SmartLifecycle {
    /** Resource of the unit of work: the place in the log, a {@code Long}, up to which its events are stored. */
    static final String POSITION = GroupCommitEngine.class.getName() + ".position";

    private final EventStorageEngine engine;
    private final Serializer serializer;
    private final LogWriter writer;

    /** @param serializer the engine's own for events: they are serialised by the threads that wait, not by the writer */
    GroupCommitEngine(
            EventStorageEngine engine,
            LogTransaction transaction,
            Conditions conditions,
            Serializer serializer,
            MeterRegistry meters) {
        this.engine = engine;
        this.serializer = serializer;
        this.writer = new LogWriter(engine::appendEvents, transaction, conditions, meters);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        for (EventMessage<?> event : events) {
            event.serializePayload(serializer, byte[].class);
            event.serializeMetaData(serializer, byte[].class);
        }
        SortedMap<String, Long> reads = CurrentUnitOfWork.map(ReadSet::of).orElseGet(Collections::emptySortedMap);
        long position = writer.append(events, reads);
        CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(POSITION, position));
    }

    @Override
    public void start() {
        writer.start();
    }

    /** Called after whatever sends commands has stopped. What still waits is written first, for 10 s at most. */
    @Override
    public void stop() {
        if (writer.isRunning()) {
            writer.stop();
        }
    }

    /** False as well when the writing thread has died. */
    @Override
    public boolean isRunning() {
        return writer.isRunning();
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE / 2;
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

    /** Fails here, and not later, when a snapshot cannot be read: all events are read instead. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String stream) {
        Optional<DomainEventMessage<?>> snapshot = engine.readSnapshot(stream);
        snapshot.ifPresent(DomainEventMessage::getPayload);
        return snapshot;
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return engine.lastSequenceNumberFor(stream);
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant at) {
        return engine.createTokenAt(at);
    }
}
