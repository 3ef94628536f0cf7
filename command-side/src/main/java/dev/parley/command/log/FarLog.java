package dev.parley.command.log;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What whoever is far behind reads of the log: it no longer changes. */
interface FarLog {
    /** The last place in the log, 0 while it is empty. */
    long head();

    /**
     * The first 500 events at most behind one position and up to another, but for those of some types. Waits for the
     * database.
     *
     * @param passedOver names of types as they are stored
     */
    Rows between(long position, long end, Set<String> passedOver);

    /**
     * What was found.
     *
     * @param end position up to which there is nothing else that was asked for
     * @param events makes events of the rows, in today's shapes; does not wait
     */
    record Rows(long end, Supplier<List<LazyEvent>> events) {}
}
