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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " \n\t", "\u00A0\u3000", "\u2028", "\u200B", "\u200D", "\u202E", "\u2066\u2069", "\uFEFF \u2060",
                        "\u00AD",
                "\u3164", "\u115F", "\uFFA0", "\u2800", "\u034F", "\uFE0F", "\u0301", "\u2065", "\uFFF0",
                        "\uDB40\uDC41",
                "\uDB40\uDC80", "\uDB40\uDD00", "\uD834\uDD59"
            })
    void isBlankWhereNothingCanBeSeen(String text) {
        assertThat(WellFormed.isBlank(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "\u200B.\u200B", "😀", "❤\uFE0F", "é", "e\u0301", "مرحبا", "\u0600", "ㅋㅋ", "⠁", "\u0903"})
    void isNotBlankWhereSomethingCan(String text) {
        assertThat(WellFormed.isBlank(text)).isFalse();
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> WellFormed.text(text, "content"))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("content"));
    }
}
