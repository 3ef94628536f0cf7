package dev.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.projection.BatchExecutor.Haste;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchExecutorTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void restsFourTimesAsLongAsTheBatchTook() {
        assertThat(BatchExecutor.restNanos(2 * MILLISECOND, 0, Haste.KEEPS_UP)).isEqualTo(8 * MILLISECOND);
    }

    @Test
    void restsTwentyFiveMillisecondsAtMost() {
        assertThat(BatchExecutor.restNanos(1_000 * MILLISECOND, 0, Haste.KEEPS_UP))
                .isEqualTo(25 * MILLISECOND);
    }

    @Test
    void restsLongerWhereNobodyWaits() {
        assertThat(BatchExecutor.restNanos(2 * MILLISECOND, 500 * MILLISECOND, Haste.KEEPS_UP))
                .isEqualTo(500 * MILLISECOND);
    }

    @Test
    void doesNotRestWhileItIsBehind() {
        assertThat(BatchExecutor.restNanos(1_000 * MILLISECOND, 500 * MILLISECOND, Haste.HURRIES))
                .isZero();
    }

    @Test
    void restsAsLongAsTheBatchTookWhereItGivesWay() {
        assertThat(BatchExecutor.restNanos(300 * MILLISECOND, 500 * MILLISECOND, Haste.GIVES_WAY))
                .isEqualTo(300 * MILLISECOND);
    }

    @Test
    void runsBatchesThatAreHandedInByBatchesAndByOthers() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(3);
        AtomicInteger after = new AtomicInteger();
        try (BatchExecutor executor =
                new BatchExecutor("test", Duration.ZERO, () -> Haste.KEEPS_UP, after::incrementAndGet)) {
            executor.submit(() -> {
                ran.countDown();
                executor.submit(ran::countDown);
            });
            executor.submit(ran::countDown);
            assertThat(ran.await(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(after).hasValue(3);
    }
}
