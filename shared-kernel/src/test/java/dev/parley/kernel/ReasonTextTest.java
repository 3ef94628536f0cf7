package dev.parley.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTextTest {
    @Test
    void isTrimmed() {
        assertThat(new ReasonText("  a raid \n").value()).isEqualTo("a raid");
    }

    @Test
    void takesAThousandCodePoints() {
        assertThat(new ReasonText("😀".repeat(1_000)).value()).hasSize(2_000);
    }

    @Test
    void isRefusedPastAThousand() {
        assertInvalid("x".repeat(1_001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "why\u0000", "why\uD800"})
    void isRefusedWhenBlankOrNotWellFormed(String text) {
        assertInvalid(text);
    }

    @Test
    void mayBeLeftOutWhereItIsOptional() {
        assertThat(ReasonText.orNone(null)).isEmpty();
        assertThat(ReasonText.orNone(" ")).isEmpty();
        assertThat(ReasonText.orNone(" a raid ")).isEqualTo("a raid");
        assertThatThrownBy(() -> ReasonText.orNone("x".repeat(1_001))).isInstanceOf(InvalidValue.class);
    }

    private static void assertInvalid(String text) {
        assertThatThrownBy(() -> new ReasonText(text))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("reason"));
    }
}
