package dev.parley.command.log;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Up while events can be appended: the writer is at work, and the log and the database each answer within 2 s. */
@Component("eventStoreHealthIndicator")
class EventStoreHealth implements HealthIndicator {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final GroupCommitEngine engine;
    private final LogTransaction log;
    private final JdbcClient database;
    private final Duration patience;
    private final Executor readers =
            task -> Thread.ofVirtual().name("event-store-health").start(task);

    @Autowired
    EventStoreHealth(GroupCommitEngine engine, LogTransaction log, JdbcClient database) {
        this(engine, log, database, PATIENCE);
    }

    /** @param patience within which each must answer */
    EventStoreHealth(GroupCommitEngine engine, LogTransaction log, JdbcClient database, Duration patience) {
        this.engine = engine;
        this.log = log;
        this.database = database;
        this.patience = patience;
    }

    @Override
    public Health health() {
        if (!engine.isRunning()) {
            return Health.down().withDetail("writer", "is not at work").build();
        }
        Map<String, CompletableFuture<Void>> asked =
                Map.of("log", ask(log::head), "database", ask(this::requireDatabase));
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

    private void requireDatabase() {
        database.sql("SELECT 1").query(Integer.class).single();
    }

    private CompletableFuture<Void> ask(Runnable question) {
        return CompletableFuture.runAsync(question, readers).orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
