package dev.parley.command.log;

import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;

/**
 * The streams that a unit of work has read for its decisions, each with its last place then. Its events may be stored
 * only if those places are still the last: then the decisions hold at the very place in the log where the events stand.
 */
public final class ReadSet {
    /** The last place of a stream without events. */
    public static final long EMPTY = -1;

    private static final String READ = ReadSet.class.getName() + ".read";

    private ReadSet() {}

    /** Notes what the current unit of work, if there is one, has read. An earlier note of the same stream stays. */
    public static void note(String stream, long sequence) {
        CurrentUnitOfWork.ifStarted(unit -> of(unit).putIfAbsent(stream, sequence));
    }

    /** Notes an aggregate that was loaded and not changed yet: decisions rest on it, though it may stay as it is. */
    public static void note(String stream, Aggregate<?> loaded) {
        Long version = loaded.version();
        note(stream, version == null ? EMPTY : version);
    }

    /** The places by stream, in the order of the streams' names. */
    static SortedMap<String, Long> of(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(READ, key -> new TreeMap<>());
    }
}
