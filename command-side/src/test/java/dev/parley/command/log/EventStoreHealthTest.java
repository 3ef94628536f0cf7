package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import dev.parley.command.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventStoreHealthTest {
    private final GroupCommitEngine engine = mock(GroupCommitEngine.class);
    private final LogTransaction log = mock(LogTransaction.class);
    private final JdbcClient database = mock(JdbcClient.class, RETURNS_DEEP_STUBS);
    private final EventStoreHealth health = new EventStoreHealth(engine, log, database);

    @Test
    void isUpWhileTheWriterIsAtWorkAndBothStoresAnswer() {
        given(engine.isRunning()).willReturn(true);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWithoutAWriter() {
        given(engine.isRunning()).willReturn(false);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void isDownWhileTheLogIsAway() {
        given(engine.isRunning()).willReturn(true);
        given(log.head()).willThrow(new StoreUnavailable("no connection", null));
        assertThat(health.health()).isEqualTo(down("log"));
    }

    /** Which may be another store than the log's. */
    @Test
    void isDownWhileTheDatabaseIsAwayThoughTheLogAnswers() {
        given(engine.isRunning()).willReturn(true);
        given(database.sql("SELECT 1")).willThrow(new DataAccessResourceFailureException("connection refused"));
        assertThat(health.health()).isEqualTo(down("database"));
    }

    @Test
    void isDownWhileTheLogHangs() {
        CompletableFuture<Long> never = new CompletableFuture<>();
        given(engine.isRunning()).willReturn(true);
        given(log.head()).willAnswer(asked -> never.join());
        var hasty = new EventStoreHealth(engine, log, database, Duration.ofMillis(1));
        given(database.sql("SELECT 1")).willThrow(new DataAccessResourceFailureException("connection refused"));

        assertThat(CompletableFuture.supplyAsync(hasty::health))
                .succeedsWithin(Duration.ofSeconds(5))
                .isEqualTo(Health.down()
                        .withDetail("log", "does not answer")
                        .withDetail("database", "does not answer")
                        .build());
        never.complete(0L);
    }

    private static Health down(String store) {
        return Health.down().withDetail(store, "does not answer").build();
    }
}
