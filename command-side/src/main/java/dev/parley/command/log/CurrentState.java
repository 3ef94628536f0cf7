package dev.parley.command.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializationException;

/**
 * The state of other aggregates, for decisions that rest on it: as it is stored at the moment of asking, whichever node
 * has stored it. What was read is noted in the {@link ReadSet}.
 *
 * <p>A state that was read before is kept in memory, and is good for as long as its place is the stream's last, which
 * every read asks the store for: one look-up in an index. States are kept up to a total weight of 500,000.
 *
 * @param <S> the state, immutable
 */
final class CurrentState<S> {
    private static final long MAX_WEIGHT = 500_000;

    private final EventStorageEngine log;
    private final Family<S, ?> family;
    private final Fold<S> nothing;
    private final Cache<String, Fold<S>> kept;

    /** How a state follows from the events of one family, which are all that a stream has. */
    record Family<S, E>(Class<S> state, S initial, Class<E> event, Step<S, E> step) {
        /** An event that only a newer server knows is passed over, as aggregates do. */
        S after(S state, DomainEventMessage<?> message) {
            return event.isInstance(message.getPayload())
                    ? step.after(state, event.cast(message.getPayload()), message.getTimestamp())
                    : state;
        }
    }

    /** The state after one more event. */
    interface Step<S, E> {
        S after(S state, E event, Instant at);
    }

    private record Fold<S>(S state, long sequence) {}

    /**
     * @param log whose events are stored: those that the current unit of work may yet append do not count
     * @param weight of a state in memory: how many ids it holds
     */
    CurrentState(EventStorageEngine log, Family<S, ?> family, ToIntFunction<S> weight) {
        this.log = log;
        this.family = family;
        this.nothing = new Fold<>(family.initial(), ReadSet.EMPTY);
        this.kept = Caffeine.newBuilder()
                .maximumWeight(MAX_WEIGHT)
                .<String, Fold<S>>weigher((stream, fold) -> 1 + weight.applyAsInt(fold.state()))
                .build();
    }

    /** The state that this stream is in; the initial one while it has no events. Waits for the event store. */
    S of(String stream) {
        Fold<S> current = current(stream);
        ReadSet.note(stream, current.sequence());
        return current.state();
    }

    /**
     * The state as it was when it was last read here, without asking the store, if that one will do; else as
     * {@link #of(String)}. Only for decisions whose events are stored while the state is so: where they are not, what was
     * read here is forgotten, and the next who asks sees what has changed.
     */
    S lastRead(String stream, Predicate<S> willDo) {
        Fold<S> known = kept.getIfPresent(stream);
        if (known == null || !willDo.test(known.state())) {
            return of(stream);
        }
        ReadSet.note(stream, known.sequence());
        CurrentUnitOfWork.ifStarted(unit -> unit.onRollback(failed -> forget(stream)));
        return known.state();
    }

    void forget(String stream) {
        kept.invalidate(stream);
    }

    private Fold<S> current(String stream) {
        long last = log.lastSequenceNumberFor(stream).orElse(ReadSet.EMPTY);
        if (last == ReadSet.EMPTY) {
            return nothing;
        }
        Fold<S> known = kept.getIfPresent(stream);
        if (known != null && known.sequence() == last) {
            return known;
        }
        Fold<S> current = foldedOn(known == null ? snapshot(stream) : known, stream);
        kept.put(stream, current);
        return current;
    }

    private Fold<S> foldedOn(Fold<S> known, String stream) {
        S state = known.state();
        long sequence = known.sequence();
        DomainEventStream events = log.readEvents(stream, sequence + 1);
        while (events.hasNext()) {
            DomainEventMessage<?> event = events.next();
            state = family.after(state, event);
            sequence = event.getSequenceNumber();
        }
        return new Fold<>(state, sequence);
    }

    /** A snapshot that cannot be read is passed over. */
    private Fold<S> snapshot(String stream) {
        try {
            return log.readSnapshot(stream).flatMap(this::held).orElse(nothing);
        } catch (SerializationException unreadable) {
            return nothing;
        }
    }

    private Optional<Fold<S>> held(DomainEventMessage<?> snapshot) {
        return snapshot.getPayload() instanceof StateHolder<?> holder
                        && family.state().isInstance(holder.current())
                ? Optional.of(new Fold<>(family.state().cast(holder.current()), snapshot.getSequenceNumber()))
                : Optional.empty();
    }
}
