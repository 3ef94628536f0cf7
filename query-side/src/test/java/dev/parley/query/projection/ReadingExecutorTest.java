package dev.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReadingExecutorTest {
    @Test
    void looksAgainSoonWhereAxonWouldWaitForRoom() {
        assertThat(ReadingExecutor.nanos(TimeUnit.MILLISECONDS.toNanos(100))).isEqualTo(2_000_000);
    }

    @Test
    void waitsAsLongAsAxonAsksForWhereNothingIsThereOrSomethingFailed() {
        assertThat(ReadingExecutor.nanos(0)).isZero();
        assertThat(ReadingExecutor.nanos(TimeUnit.SECONDS.toNanos(1))).isEqualTo(1_000_000_000);
        assertThat(ReadingExecutor.nanos(TimeUnit.MILLISECONDS.toNanos(500))).isEqualTo(500_000_000);
    }
}
