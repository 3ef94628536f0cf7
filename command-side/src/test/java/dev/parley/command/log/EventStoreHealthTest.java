package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessResourceFailureException;

class EventStoreHealthTest {
    private final GroupCommitEngine engine = mock(GroupCommitEngine.class);
    private final LogTransaction database = mock(LogTransaction.class);
    private final EventStoreHealth health = new EventStoreHealth(engine, database);

    @Test
    void isUpWhileTheWriterIsAtWorkAndTheDatabaseAnswers() {
        given(engine.isRunning()).willReturn(true);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void isDownWithoutAWriter() {
        given(engine.isRunning()).willReturn(false);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void isDownWhileTheDatabaseIsAway() {
        given(engine.isRunning()).willReturn(true);
        given(database.head()).willThrow(new DataAccessResourceFailureException("connection refused"));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }
}
