package dev.parley.command.log;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
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
 * until its own events are on disk. When a group fails, each append in it is tried alone, so that nobody fails for what
 * another did. One thread appends, in order of arrival, so the log has no holes that fill later.
 */
class GroupCommitEngine implements EventStorageEngine, SmartLifecycle {
    /** Resource of the unit of work: the place in the log, a {@code Long}, up to which its events are stored. */
    static final String POSITION = GroupCommitEngine.class.getName() + ".position";

    private static final int MAX_EVENTS_PER_COMMIT = 1_000;
    private static final Append STOP = new Append(List.of(), new CompletableFuture<>());

    private final EventStorageEngine engine;
    private final LogTransaction transaction;
    private final Serializer serializer;
    private final BlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
    private final DistributionSummary eventsPerCommit;
    private volatile Thread writer;

    private record Append(List<? extends EventMessage<?>> events, CompletableFuture<Long> position) {}

    /** @param serializer the engine's own for events: they are serialised by the threads that wait, not by the writer */
    GroupCommitEngine(
            EventStorageEngine engine, LogTransaction transaction, Serializer serializer, MeterRegistry meters) {
        this.engine = engine;
        this.transaction = transaction;
        this.serializer = serializer;
        this.eventsPerCommit = meters.summary("parley.log.events.per.commit");
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
        Append append = new Append(List.copyOf(events), new CompletableFuture<>());
        waiting.add(append);
        long position = LogTransaction.await(append.position());
        CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(POSITION, position));
    }

    private void writeUntilStopped() {
        try {
            for (Append first = waiting.take(); first != STOP; first = waiting.take()) {
                write(groupBehind(first));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Append> groupBehind(Append first) {
        List<Append> group = new ArrayList<>();
        group.add(first);
        int events = first.events().size();
        Append next = waiting.peek();
        while (next != null && next != STOP && events + next.events().size() <= MAX_EVENTS_PER_COMMIT) {
            group.add(waiting.remove());
            events += next.events().size();
            next = waiting.peek();
        }
        return group;
    }

    private void write(List<Append> group) {
        try {
            List<EventMessage<?>> events = new ArrayList<>();
            group.forEach(append -> events.addAll(append.events()));
            long position = transaction.commit(() -> engine.appendEvents(events));
            eventsPerCommit.record(events.size());
            group.forEach(append -> append.position().complete(position));
        } catch (RuntimeException failure) {
            if (group.size() == 1) {
                settle(group.get(0), failure);
            } else {
                group.forEach(append -> write(List.of(append)));
            }
        }
    }

    /** A commit whose answer was lost may have happened all the same: the store says whether it did. */
    private void settle(Append append, RuntimeException failure) {
        try {
            Optional<Long> stored = transaction.positionOf(append.events());
            stored.ifPresentOrElse(
                    append.position()::complete, () -> append.position().completeExceptionally(failure));
        } catch (RuntimeException away) {
            failure.addSuppressed(away);
            append.position().completeExceptionally(failure);
        }
    }

    @Override
    public void start() {
        writer = Thread.ofPlatform().name("log-writer").daemon().start(this::writeUntilStopped);
    }

    /** Called after whatever sends commands has stopped. What still waits is written first. */
    @Override
    public void stop() {
        Thread stopping = writer;
        writer = null;
        waiting.add(STOP);
        try {
            stopping.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
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
