package dev.parley.command.log;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up while events can be appended: the writer is at work, and the log and the database each answer within 2 s. */
@Component("eventStoreHealthIndicator")
class EventStoreHealth implements HealthIndicator {
    private static final int PATIENCE_SECONDS = 2;

    private final GroupCommitEngine engine;
    private final LogTransaction store;
    private final Executor readers =
            task -> Thread.ofVirtual().name("event-store-health").start(task);

    EventStoreHealth(GroupCommitEngine engine, LogTransaction store) {
        this.engine = engine;
        this.store = store;
    }

    @Override
    public Health health() {
        if (!engine.isRunning()) {
            return Health.down().withDetail("writer", "is not at work").build();
        }
        Map<String, CompletableFuture<Void>> asked =
                Map.of("log", ask(store::head), "database", ask(store::requireDatabase));
        Health.Builder health = Health.up();
        asked.forEach((name, answer) -> {
            try {
                answer.join();
            } catch (CompletionException away) {
                health.down().withDetail(name, "does not answer");
            }
        });
        return health.build();
    }

    private CompletableFuture<Void> ask(Runnable question) {
        return CompletableFuture.runAsync(question, readers).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
