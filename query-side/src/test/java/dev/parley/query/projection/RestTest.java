package dev.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.projection.Rest.Haste;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void restsFourTimesAsLongAsTheBatchTook() {
        assertThat(rest(0, Haste.KEEPS_UP).nanosAfter(2 * MILLISECOND)).isEqualTo(8 * MILLISECOND);
    }

    @Test
    void restsTwentyFiveMillisecondsAtMost() {
        assertThat(rest(0, Haste.KEEPS_UP).nanosAfter(1_000 * MILLISECOND)).isEqualTo(25 * MILLISECOND);
    }

    @Test
    void restsLongerWhereNobodyWaits() {
        assertThat(rest(500 * MILLISECOND, Haste.KEEPS_UP).nanosAfter(2 * MILLISECOND))
                .isEqualTo(500 * MILLISECOND);
    }

    @Test
    void doesNotRestWhileItIsBehind() {
        assertThat(rest(500 * MILLISECOND, Haste.HURRIES).nanosAfter(1_000 * MILLISECOND))
                .isZero();
    }

    @Test
    void restsAsLongAsTheBatchTookWhereItGivesWay() {
        assertThat(rest(500 * MILLISECOND, Haste.GIVES_WAY).nanosAfter(300 * MILLISECOND))
                .isEqualTo(300 * MILLISECOND);
    }

    private static Rest rest(long shortestNanos, Haste haste) {
        return new Rest(Duration.ofNanos(shortestNanos), () -> haste);
    }
}
