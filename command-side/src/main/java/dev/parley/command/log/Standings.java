package dev.parley.command.log;

import dev.parley.command.log.CurrentState.Family;
import dev.parley.kernel.member.MemberEvent;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.stereotype.Component;

/** How people stand at the moment of asking. A decision that rests on it is stored only while it is so. */
@Component
public class Standings {
    private final CurrentState<Standing> states;

    public Standings(EventStorageEngine log) {
        var family = new Family<>(Standing.class, Standing.UNKNOWN, MemberEvent.class, Standing::after);
        states = new CurrentState<>(log, family, Standing::classes);
    }

    /** Waits for the event store. */
    public Standing of(UserId person) {
        return states.of(person.value());
    }

    /**
     * How somebody stands who wants to write. Waits for the event store only where the person was not looked at before,
     * and before it tells of what may keep them from writing: that nothing does lets nothing be stored once it is out of
     * date.
     */
    public Standing ofWriter(UserId person) {
        return states.lastRead(
                person.value(),
                standing -> !standing.kid()
                        && !standing.erased()
                        && standing.imposed().isEmpty());
    }

    /** Has the next who asks look at this person anew. */
    void forget(UserId person) {
        states.forget(person.value());
    }
}
