package dev.parley.query.live;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * What follows from a stream's events, for the streams last asked for: each is read once from the log, and carried on
 * by the log's tail. A stream is looked at by the tail before its read begins, so that no event falls between the two,
 * and an event that both tell of counts once.
 */
public final class StreamStates<S> {
    private static final long NOTHING_YET = -1;

    private final EventStore log;
    private final Folded<S> beginning;
    private final BiFunction<S, DomainEventMessage<?>, S> after;
    private final Executor readers = task -> Thread.ofVirtual().name("streams").start(task);
    private final AsyncCache<String, Folded<S>> states;

    /**
     * @param beginning the state before a stream's first event
     * @param after the state that an event leads to
     * @param weight of a state, at least 1
     * @param maximumWeight of all states together that are kept
     */
    public StreamStates(
            EventStore log,
            S beginning,
            BiFunction<S, DomainEventMessage<?>, S> after,
            ToIntFunction<S> weight,
            long maximumWeight) {
        this.log = log;
        this.beginning = new Folded<>(beginning, NOTHING_YET);
        this.after = after;
        this.states = Caffeine.newBuilder()
                .maximumWeight(maximumWeight)
                .weigher((String stream, Folded<S> folded) -> weight.applyAsInt(folded.state()))
                .buildAsync();
    }

    /** @param sequence place of the last event that counts */
    private record Folded<S>(S state, long sequence) {}

    /** The state now; fails, and is read anew when asked for again, when the log cannot be read. */
    public CompletableFuture<S> current(String stream) {
        CompletableFuture<Folded<S>> known = states.getIfPresent(stream);
        if (known != null && known.isCompletedExceptionally()) { // the cache forgets it, but a moment later
            states.asMap().remove(stream, known);
            known = null;
        }
        return (known == null ? load(stream) : known).thenApply(Folded::state);
    }

    /** Takes an event from the log's tail; those of streams that nobody asked for are left alone. */
    public void on(DomainEventMessage<?> event) {
        states.asMap()
                .computeIfPresent(
                        event.getAggregateIdentifier(),
                        (stream, known) -> known.thenApply(folded -> next(folded, event)));
    }

    private CompletableFuture<Folded<S>> load(String stream) {
        CompletableFuture<Folded<S>> fresh = new CompletableFuture<>();
        CompletableFuture<Folded<S>> earlier = states.asMap().putIfAbsent(stream, fresh);
        if (earlier != null) {
            return earlier;
        }
        CompletableFuture.supplyAsync(() -> read(stream), readers).whenComplete((folded, failure) -> {
            if (failure == null) {
                fresh.complete(folded);
            } else {
                fresh.completeExceptionally(failure);
            }
        });
        return fresh;
    }

    private Folded<S> read(String stream) {
        Folded<S> folded = beginning;
        DomainEventStream events = log.readEvents(stream, 0);
        while (events.hasNext()) {
            folded = next(folded, events.next());
        }
        return folded;
    }

    private Folded<S> next(Folded<S> folded, DomainEventMessage<?> event) {
        long sequence = event.getSequenceNumber();
        return sequence <= folded.sequence() ? folded : new Folded<>(after.apply(folded.state(), event), sequence);
    }
}
