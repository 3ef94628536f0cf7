package dev.parley.command.log;

import java.util.Collection;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/** One transaction of the event store, and what it knows of places in the log. */
interface LogTransaction {
    /** Which event, by its id, and where it stands or is to stand in its stream. */
    record Place(String event, String stream, long sequence) {
        static Place of(EventMessage<?> message) {
            var event = (DomainEventMessage<?>) message;
            return new Place(event.getIdentifier(), event.getAggregateIdentifier(), event.getSequenceNumber());
        }
    }

    /**
     * Runs {@code append} and commits.
     *
     * @param append says whether it inserted any events
     * @return a place in the log up to which all of them are stored, 0 if there are none
     */
    long commit(BooleanSupplier append);

    /** Of these events, those that are stored, each with a place in the log that it is not behind. */
    Map<Place, Long> positionsOf(Collection<Place> places);

    /** The last place in this stream, -1 while it is empty. One read in an index. */
    long lastSequenceOf(String stream);

    /** The last place in the log, 0 while it is empty: nothing that anybody was told of is behind it. One look-up. */
    long head();
}
