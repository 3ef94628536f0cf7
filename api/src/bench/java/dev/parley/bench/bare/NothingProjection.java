package dev.parley.bench.bare;

import dev.parley.query.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.context.annotation.Profile;

/** Is given every event, without what is in it having been parsed, and does nothing. */
@Projection(name = "nothing")
@Profile("replay")
class NothingProjection {
    @EventHandler
    void on(EventMessage<?> event) {
        // to be measured
    }
}
