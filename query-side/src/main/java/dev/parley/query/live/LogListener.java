package dev.parley.query.live;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.core.Ordered;

/** Is told of every event of the log as it is stored, in order, on one thread: it must return at once. */
@FunctionalInterface
public interface LogListener {
    /** Order of who has keys forgotten: nothing that others build of the event shows what they opened. */
    int KEYS = Ordered.HIGHEST_PRECEDENCE;

    /** Order of those who keep names and states current, on which others rely. */
    int STATES = KEYS + 1;

    /** @param at covers the event, and all that was told of before it */
    void on(DomainEventMessage<?> event, TrackingToken at);
}
