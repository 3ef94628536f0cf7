package dev.parley.command.log;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up while the log can be written to: its writer is at work, and its database answers within 2 s. */
@Component("eventStoreHealthIndicator")
class EventStoreHealth implements HealthIndicator {
    private static final int PATIENCE_SECONDS = 2;

    private final GroupCommitEngine engine;
    private final LogTransaction database;
    private final Executor readers =
            task -> Thread.ofVirtual().name("event-store-health").start(task);

    EventStoreHealth(GroupCommitEngine engine, LogTransaction database) {
        this.engine = engine;
        this.database = database;
    }

    @Override
    public Health health() {
        if (!engine.isRunning()) {
            return Health.down().withDetail("writer", "is not at work").build();
        }
        try {
            CompletableFuture.supplyAsync(database::head, readers)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
            return Health.up().build();
        } catch (CompletionException away) {
            return Health.down().withDetail("database", "does not answer").build();
        }
    }
}
