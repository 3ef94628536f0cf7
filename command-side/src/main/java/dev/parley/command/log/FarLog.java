package dev.parley.command.log;

import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.TrackedEventMessage;

/** What whoever is far behind reads of the log: it no longer changes. */
interface FarLog {
    /** The last place in the log, 0 while it is empty. */
    long head();

    /**
     * The first 500 events at most behind one position and up to another, but for those of some types.
     *
     * @param passedOver names of types as they are stored
     */
    List<TrackedEventMessage<?>> between(long position, long end, Set<String> passedOver);
}
