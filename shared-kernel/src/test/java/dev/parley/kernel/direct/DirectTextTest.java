package dev.parley.kernel.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.kernel.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectTextTest {
    @Test
    void staysAsItWasTypedButForTheSpaceAroundIt() {
        assertThat(new DirectText(" a \u200B b\n").value()).isEqualTo("a \u200B b");
    }

    @Test
    void has1To2000CodePoints() {
        assertThat(new DirectText("😀".repeat(2_000)).value()).hasSize(4_000);
        assertRefused("x".repeat(2_001));
        assertRefused(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\u200B", "\u202E\u202C", "\u3164", "\u2800", "\uFE0F", "\uDB40\uDC41"})
    void isRefusedWhereNothingCanBeSeen(String text) {
        assertRefused(text);
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new DirectText(text))
                .extracting(InvalidValue::field)
                .isEqualTo("content");
    }
}
