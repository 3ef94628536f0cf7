package dev.parley.command.log;

import dev.parley.command.log.CurrentState.Family;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsEvent;
import dev.parley.kernel.relations.RelationsId;
import dev.parley.kernel.relations.Ties;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;

/** Whom people follow and block at the moment of asking. A decision that rests on it is stored only while it is so. */
@Component
public class CurrentTies {
    private final CurrentState<Ties> states;

    public CurrentTies(EventStorageEngine log) {
        var family = new Family<>(Ties.class, Ties.NONE, RelationsEvent.class, Ties::after);
        states = new CurrentState<>(
                log, family, ties -> ties.follows().size() + ties.blocks().size());
    }

    /** Waits for the event store. */
    public Ties of(UserId person) {
        return states.of(RelationsId.of(person).value());
    }
}
