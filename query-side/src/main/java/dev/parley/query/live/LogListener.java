package dev.parley.query.live;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/** Is told of every event of the log as it is stored, in order, on one thread: it must return at once. */
@FunctionalInterface
public interface LogListener {
    /** @param at covers the event, and all that was told of before it */
    void on(DomainEventMessage<?> event, TrackingToken at);
}
