package dev.parley.command;

import dev.parley.command.Outcome.Recorded;
import java.util.Optional;

/** The events of the log, however old. */
public interface StoredEvents {
    /**
     * The event at this place of a stream, if there is one. Waits for one read of one row.
     *
     * @param sequence from 0
     * @throws RuntimeException if the event store does not answer
     */
    Optional<Recorded<?>> at(String stream, long sequence);
}
