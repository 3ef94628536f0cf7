package dev.parley.bench.bare;

import dev.parley.query.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.annotation.Profile;

/** Is given what happened of every event, parsed and with the personal text in it opened, and does nothing. */
@Projection(name = "nothing-opened")
@Profile("replay")
class NothingOpenedProjection {
    @EventHandler
    void on(Object happened) {
        // to be measured
    }
}
