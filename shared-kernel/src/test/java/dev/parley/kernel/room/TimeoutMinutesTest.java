package dev.parley.kernel.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutMinutesTest {
    @Test
    void areFifteenUnlessTold() {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(TimeoutMinutes.USUAL.after(noon)).isEqualTo("2026-03-01T12:15:00Z");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10_080})
    void areOneMinuteToOneWeek(int minutes) {
        assertThat(new TimeoutMinutes(minutes).value()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 10_081})
    void areNoLessAndNoMore(int minutes) {
        assertThatThrownBy(() -> new TimeoutMinutes(minutes))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("minutes"));
    }
}
