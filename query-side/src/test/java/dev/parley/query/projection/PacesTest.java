package dev.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.ProjectionRun;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PacesTest {
    private static final ProjectionRun ROOMS = ProjectionRun.first("rooms");

    private long seconds;
    private final Paces paces = new Paces(() -> TimeUnit.SECONDS.toNanos(seconds));

    @Test
    void areEventsPerSecondOverTheLastTenLooks() {
        look(0, 0);
        assertThat(paces.perSecond(ROOMS)).isZero();
        look(1, 500);
        assertThat(paces.perSecond(ROOMS)).isEqualTo(500);
        look(2, 2_000);
        assertThat(paces.perSecond(ROOMS)).isEqualTo(1_000);
        for (int second = 3; second <= 12; second++) {
            look(second, 2_000 + (second - 2) * 10);
        }
        assertThat(paces.perSecond(ROOMS)).isEqualTo(10);
    }

    @Test
    void areNothingForARunThatBeganAnewOrIsGone() {
        look(0, 900);
        look(1, 0);
        assertThat(paces.perSecond(ROOMS)).isZero();
        paces.look(List.of(), run -> 0);
        assertThat(paces.perSecond(ROOMS)).isZero();
    }

    private void look(long at, long position) {
        seconds = at;
        paces.look(List.of(ROOMS), run -> position);
    }
}
