package dev.parley.kernel.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTextTest {
    @Test
    void isKeptAsTypedButForTrailingWhiteSpace() {
        assertThat(new NotesText("  e4\n\n\tTHEN LOOK AT THE CENTRE  \n ").value())
                .isEqualTo("  e4\n\n\tTHEN LOOK AT THE CENTRE");
    }

    @Test
    void mayBeEmpty() {
        assertThat(new NotesText(" ").value()).isEmpty();
        assertThat(new NotesText(null).value()).isEmpty();
    }

    @Test
    void takesTenThousandCodePoints() {
        assertThat(new NotesText("♞😀".repeat(5_000) + "  ").value()).hasSize(15_000);
        assertInvalid("x".repeat(10_001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001Bb", "a\rb", "a\uD83D", "\uDE00a"})
    void isRefusedWhenItIsNotWellFormed(String text) {
        assertInvalid(text);
    }

    private static void assertInvalid(String text) {
        assertThatThrownBy(() -> new NotesText(text))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("content"));
    }
}
