package dev.parley.command.log;

import dev.parley.kernel.member.MemberEvent;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.stereotype.Component;

/** Has people looked at anew once this node has changed them, so that no line is decided on what is known to be old. */
@Component
class ChangedStandings {
    private final Standings standings;

    ChangedStandings(LogStore stored, Standings standings) {
        this.standings = standings;
        stored.subscribe(this::forget);
    }

    private void forget(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            if (event.getPayload() instanceof MemberEvent change) {
                standings.forget(change.member());
            }
        }
    }
}
