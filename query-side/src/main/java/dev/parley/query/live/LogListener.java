package dev.parley.query.live;

import org.axonframework.eventhandling.DomainEventMessage;

/** Is told of every event of the log as it is stored, in order, on one thread: it must return at once. */
@FunctionalInterface
public interface LogListener {
    /** @param position place of the event in the log */
    void on(DomainEventMessage<?> event, long position);
}
