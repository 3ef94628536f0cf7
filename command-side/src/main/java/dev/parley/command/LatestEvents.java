package dev.parley.command;

import dev.parley.kernel.member.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The latest events of their kinds in the streams of the log, however old. */
public interface LatestEvents {
    /** As {@code after}, where the event may stand anywhere. */
    long BEFORE_ALL = -1;

    /**
     * The last event of these types in a stream that fits, if there is one. Reads those of these types backwards, 64 at
     * once, until one fits.
     *
     * @param after place that it must stand behind
     * @throws RuntimeException if the event store does not answer
     */
    <E> Optional<Found<E>> find(String stream, long after, List<Class<? extends E>> types, Predicate<E> fits);

    /**
     * One stored event.
     *
     * @param sequence place in its stream, from 0
     * @param at when it was accepted
     * @param actor who did it
     */
    record Found<E>(E event, long sequence, Instant at, UserId actor) {}
}
