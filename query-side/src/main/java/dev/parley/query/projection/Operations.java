package dev.parley.query.projection;

import dev.parley.kernel.operations.ProjectionEvent;
import dev.parley.query.Projection;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;

/** Has the registry know what operators asked for. */
@Projection(name = Operations.PROJECTION)
class Operations {
    static final String PROJECTION = "operations";

    private final Registry registry;
    private final Supervisor supervisor;

    Operations(Registry registry, Supervisor supervisor) {
        this.registry = registry;
        this.supervisor = supervisor;
    }

    @EventHandler
    void on(ProjectionEvent event, TrackingToken token, @Timestamp Instant at) {
        long position = token.position().orElseThrow();
        supervisor.learn(registry.change(event.projection().value(), registered -> registered.on(event, position, at)));
    }
}
