package dev.parley.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "two\nlines", "a\ttab", "😀", "é", "مرحبا"})
    void leavesWellFormedTextAsItIs(String text) {
        assertThat(WellFormed.text(text, "content")).isEqualTo(text);
    }

    @Test
    void readsCarriageReturnAndNewlineAsOneNewline() {
        assertThat(WellFormed.text("one\r\ntwo", "content")).isEqualTo("one\ntwo");
    }

    @Test
    void readsNothingAsEmpty() {
        assertThat(WellFormed.text(null, "content")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\u0007", "\u001B[31m", "\r", "\f", "\u007F", "\u0085", "\u009F"})
    void refusesControlCharacters(String text) {
        assertRefused(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "\uDE00\uD83D", "a\uD83Db", "\uD83D\uD83D\uDE00", "😀\uDE00"})
    void refusesLoneSurrogates(String text) {
        assertRefused(text);
    }

    @Test
    void countsCodePoints() {
        assertThat(WellFormed.length("a😀é")).isEqualTo(3);
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> WellFormed.text(text, "content"))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("content"));
    }
}
