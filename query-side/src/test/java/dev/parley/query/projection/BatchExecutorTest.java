package dev.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchExecutorTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void restsFourTimesAsLongAsTheBatchTook() {
        assertThat(BatchExecutor.restNanos(2 * MILLISECOND, 0, false)).isEqualTo(8 * MILLISECOND);
    }

    @Test
    void restsTwentyFiveMillisecondsAtMost() {
        assertThat(BatchExecutor.restNanos(1_000 * MILLISECOND, 0, false)).isEqualTo(25 * MILLISECOND);
    }

    @Test
    void restsLongerWhereNobodyWaits() {
        assertThat(BatchExecutor.restNanos(2 * MILLISECOND, 500 * MILLISECOND, false))
                .isEqualTo(500 * MILLISECOND);
    }

    @Test
    void doesNotRestWhileItIsBehind() {
        assertThat(BatchExecutor.restNanos(1_000 * MILLISECOND, 500 * MILLISECOND, true))
                .isZero();
    }

    @Test
    void runsBatchesThatAreHandedInByBatchesAndByOthers() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(3);
        AtomicInteger after = new AtomicInteger();
        try (BatchExecutor executor = new BatchExecutor("test", Duration.ZERO, () -> false, after::incrementAndGet)) {
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
