package dev.parley.command.log;

import dev.parley.command.log.LogTransaction.Place;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.EventMessage;

/**
 * Events that are to be stored together, and what whoever decided on them has read.
 *
 * @param reads streams by name, each with its last place then: the events are stored only while those are the last
 * @param position completes with a place in the log up to which all of the events are stored
 */
record Append(List<? extends EventMessage<?>> events, SortedMap<String, Long> reads, CompletableFuture<Long> position) {

    /** An append is stored as a whole: where its last event is, all are. */
    Place last() {
        return Place.of(events.getLast());
    }

    void fail(Throwable failure) {
        position.completeExceptionally(failure);
    }
}
