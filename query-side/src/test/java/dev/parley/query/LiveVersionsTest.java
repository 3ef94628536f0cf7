package dev.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiveVersionsTest {
    private static final ProjectionRun FIRST = ProjectionRun.first("rooms");
    private static final ProjectionRun SECOND = new ProjectionRun("rooms", 2);

    private final LiveVersions versions = new LiveVersions();

    @Test
    void areOfOneGenerationAsLongAsNothingBecomesAnother() {
        assertThat(versions.generation("rooms")).isZero();
        assertThat(after(FIRST, 0)).isEqualTo(after(FIRST, 0)).isPositive();
    }

    @Test
    void areOfANewGenerationAfterASwitchAndAfterARepair() {
        long first = after(FIRST, 0);
        long switched = after(SECOND, 0);
        long repaired = after(SECOND, 1);
        assertThat(switched).isGreaterThan(first);
        assertThat(repaired).isGreaterThan(switched);
    }

    /** What was kept of the first reads may have been read of the second version a moment later. */
    @Test
    void areOfANewGenerationAlsoWhenAnEarlierRunIsReadAgain() {
        after(FIRST, 0);
        long switched = after(SECOND, 0);
        assertThat(after(FIRST, 0)).isGreaterThan(switched);
        assertThat(versions.of("rooms")).isEqualTo(FIRST);
    }

    private long after(ProjectionRun read, long repairs) {
        versions.set(read, repairs);
        return versions.generation("rooms");
    }
}
