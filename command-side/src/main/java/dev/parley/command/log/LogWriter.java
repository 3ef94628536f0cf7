package dev.parley.command.log;

import dev.parley.command.Failure;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.log.LogTransaction.Place;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that appends to the log, in order of arrival: whatever waits goes into one transaction, with at most
 * 1,000 events unless one append alone has more.
 *
 * <p>A group that fails for what is in it is appended again one by one, so that nobody fails for what another did. When
 * the store does not answer, one query asks which of the group's appends are stored, and the others fail at once with
 * {@link StoreUnavailable}: so an outage holds a group up for two of the connection's time limits, however large it is.
 */
class LogWriter {
    private static final int MAX_EVENTS_PER_COMMIT = 1_000;
    private static final Duration PATIENCE_WHEN_STOPPING = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(LogWriter.class);
    private static final Append STOP = new Append(List.of(), Collections.emptySortedMap(), new CompletableFuture<>());

    private final Consumer<List<? extends EventMessage<?>>> inserts;
    private final LogTransaction transaction;
    private final Conditions conditions;
    private final DistributionSummary eventsPerCommit;
    private final BlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
    private volatile boolean open;
    private volatile Thread thread;

    /** @param inserts puts events into the transaction that is under way */
    LogWriter(
            Consumer<List<? extends EventMessage<?>>> inserts,
            LogTransaction transaction,
            Conditions conditions,
            MeterRegistry meters) {
        this.conditions = conditions;
        this.inserts = inserts;
        this.transaction = transaction;
        this.eventsPerCommit = meters.summary("parley.log.events.per.commit");
        Gauge.builder("parley.log.waiting", waiting, Collection::size).register(meters);
    }

    /**
     * Appends events, of which there must be some, and waits until they are on disk.
     *
     * @param reads what their decisions looked at, see {@link Conditions}
     * @return a place in the log up to which all of them are stored
     * @throws ConcurrencyException when something of that is not so any more
     * @throws StoreUnavailable when the store does not answer, or the writer is not running
     */
    long append(List<? extends EventMessage<?>> events, SortedMap<String, Long> reads) {
        Append append = new Append(List.copyOf(events), new TreeMap<>(reads), new CompletableFuture<>());
        waiting.add(append);
        if (!open && waiting.remove(append)) {
            throw notRunning();
        }
        return await(append.position());
    }

    /** Waits for {@code future} on a thread that may wait, and throws what it failed with. */
    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    void start() {
        open = true;
        thread = Thread.ofPlatform().name("log-writer").daemon().start(this::writeUntilStopped);
    }

    /** What waits is still written, for 10 s at most; whatever comes later fails. */
    void stop() {
        open = false;
        waiting.add(STOP);
        try {
            if (!thread.join(PATIENCE_WHEN_STOPPING)) {
                LOG.warn("The log's writer still waits for the event store, and is left behind");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        failWaiting();
    }

    boolean isRunning() {
        return thread != null && thread.isAlive();
    }

    private void writeUntilStopped() {
        try {
            for (Append first = waiting.take(); first != STOP; first = waiting.take()) {
                write(groupBehind(first));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            open = false;
            failWaiting();
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
        commit(group).ifPresent(failure -> {
            if (group.size() > 1 && Failure.of(failure) != Failure.AWAY) {
                writeEach(group);
            } else {
                settle(group, failure);
            }
        });
    }

    private void writeEach(List<Append> group) {
        int next = 0;
        while (next < group.size()) {
            List<Append> one = group.subList(next, next + 1);
            Optional<Throwable> failure = commit(one);
            if (failure.map(Failure::of).filter(Failure.AWAY::equals).isPresent()) {
                settle(group.subList(next, group.size()), failure.get());
                return;
            }
            failure.ifPresent(own -> settle(one, own));
            next++;
        }
    }

    /** @return what kept the group from being stored, whatever it was: the thread must go on */
    private Optional<Throwable> commit(List<Append> group) {
        try {
            List<Append> stored = new ArrayList<>();
            long position = transaction.commit(() -> {
                stored.addAll(conditions.holding(group));
                return insert(stored);
            });
            stored.forEach(append -> append.position().complete(position));
            group.forEach(append -> append.fail(new ConcurrencyException("What the decision rests on has changed")));
            return Optional.empty();
        } catch (Throwable failure) {
            return Optional.of(failure);
        }
    }

    /** @return whether there was anything to insert */
    private boolean insert(List<Append> appends) {
        List<EventMessage<?>> events = new ArrayList<>();
        appends.forEach(append -> events.addAll(append.events()));
        if (!events.isEmpty()) {
            inserts.accept(events);
            eventsPerCommit.record(events.size());
        }
        return !events.isEmpty();
    }

    /** A commit whose answer was lost may have happened all the same: the store says whether it did. */
    private void settle(List<Append> group, Throwable failure) {
        Throwable told = Failure.of(failure) == Failure.AWAY ? away(failure) : failure;
        try {
            Map<Place, Long> stored =
                    transaction.positionsOf(group.stream().map(Append::last).toList());
            for (Append append : group) {
                Optional.ofNullable(stored.get(append.last()))
                        .ifPresentOrElse(append.position()::complete, () -> append.fail(told));
            }
        } catch (Throwable unsettled) {
            StoreUnavailable unknown = away(failure);
            unknown.addSuppressed(unsettled);
            group.forEach(append -> append.fail(unknown));
        }
    }

    private void failWaiting() {
        waiting.removeIf(append -> append != STOP && append.position().completeExceptionally(notRunning()));
    }

    private static StoreUnavailable away(Throwable failure) {
        return new StoreUnavailable("The event store does not answer", failure);
    }

    private static StoreUnavailable notRunning() {
        return new StoreUnavailable("Nothing is appended to the log while the server stops", null);
    }
}
