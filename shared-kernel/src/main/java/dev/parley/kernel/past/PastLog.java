package dev.parley.kernel.past;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the log as it stood at some time. Every read waits for the event store, and fails with what that fails with. */
public interface PastLog {
    /** The stream then; empty before its first event. Halves its way to the last event: some 20 reads of one row. */
    Optional<PastStream> stream(String id, AsOf asOf);

    /**
     * Those events of these types that stand behind a place, oldest first. One read.
     *
     * @param limit at most so many
     */
    <E> List<PastEvent<E>> behind(long place, PastStream stream, List<Class<? extends E>> types, int limit);

    /** As {@link #behind}, but those that stand before a place, newest first. */
    <E> List<PastEvent<E>> before(long place, PastStream stream, List<Class<? extends E>> types, int limit);

    /** All events of one family that these streams had by then, those of a stream oldest first. One read. */
    <E> List<PastEvent<E>> all(Collection<String> streams, Class<E> family, AsOf asOf);
}
