package dev.parley.kernel.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterIdTest {
    @Test
    void isReadAsItIsWritten() {
        assertThat(LetterId.parse("2-42")).isEqualTo(new LetterId(2, 42)).hasToString("2-42");
        assertThat(LetterId.parse("999999999-999999999999999999").position()).isEqualTo(999_999_999_999_999_999L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2", "0-42", "-1-42", "2-", "2-4.2", "a-b", "2-42-1", "9999999999-1", "1-9999999999999999999"
            })
    void isNothingElse(String text) {
        assertThatThrownBy(() -> LetterId.parse(text)).isInstanceOf(InvalidValue.class);
    }
}
