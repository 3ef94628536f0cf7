package dev.parley.kernel.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTextTest {
    @Nested
    class Bounds {
        @Test
        void areOneAndFiveHundredCodePoints() {
            assertThat(plain("x")).isEqualTo("x");
            assertThat(plain("x".repeat(500))).hasSize(500);
            assertInvalid("x".repeat(501));
        }

        @Test
        void countAstralCharactersOnce() {
            assertThat(plain("😀".repeat(500))).hasSize(1_000);
            assertInvalid("😀".repeat(501));
        }

        @Test
        void countWhatIsLeftOnceTrimmed() {
            assertThat(plain("  " + "x".repeat(500) + "\n\n")).hasSize(500);
        }

        @Test
        void countWhatWasTypedBeforeItIsMadePlain() {
            assertInvalid("x" + " ".repeat(499) + "x");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n\t\n", "\u00A0", "\u2800\u3000"})
        void keepOutBlankText(String text) {
            assertInvalid(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"\u200B", "\u202E", "\u3164", "\uFEFF \u2060", "\u200D", "\u200C\u200C", "\u0301", "\uFE0F"})
        void keepOutTextThatShowsNothing(String text) {
            assertInvalid(text);
        }

        @Test
        void keepOutNothingAtAll() {
            assertInvalid(null);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\u0000b", "\u0000", "a\u0008b", "a\rb", "a\u0085b"})
        void keepOutControlCharacters(String text) {
            assertInvalid(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\uD83D", "\uDE00a", "\uDE00\uD83D"})
        void keepOutLoneSurrogates(String text) {
            assertInvalid(text);
        }
    }

    @Nested
    class WhiteSpace {
        @Test
        void isTrimmed() {
            assertThat(plain("\u00A0 hello \n")).isEqualTo("hello");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\nb", "a\n\n\nb", "a \n \t\n  b", "a\r\nb", "a\u2028b", "a\u2029\nb"})
        void withALineBreakIsOneLineBreak(String text) {
            assertThat(plain(text)).isEqualTo("a\nb");
        }

        @ParameterizedTest
        @CsvSource({"1, 1", "2, 2", "3, 3", "4, 3", "100, 3"})
        void isAtMostThreeSpaces(int typed, int kept) {
            assertThat(plain("a" + " ".repeat(typed) + "b")).isEqualTo("a" + " ".repeat(kept) + "b");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a\tb", "a\u00A0b", "a\u3000b", "a\u2003b", "a\u2800b", "a\u200B b"})
        void ofAnyKindIsASpace(String text) {
            assertThat(plain(text)).isEqualTo("a b");
        }
    }

    @Nested
    class WhatCannotBeSeen {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "gg\u200Bwp",
                    "gg\u202Ewp",
                    "gg\u2066wp\u2069",
                    "\uFEFFggwp",
                    "gg\u00ADwp",
                    "gg\u2060wp",
                    "gg\u3164wp",
                    "gg\u034Fwp",
                    "gg\u200Dwp",
                    "ggwp\u200C",
                    "gg\uDB40\uDC67wp",
                    "gg\u200Ewp\u200F"
                })
        void isRemoved(String text) {
            assertThat(plain(text)).isEqualTo("ggwp");
        }

        @ParameterizedTest
        @ValueSource(strings = {"👨\u200D👩\u200D👧\u200D👦", "🏳\uFE0F\u200D🌈", "👩🏽\u200D🚀", "❤\uFE0F\u200D🔥"})
        void isKeptWhereItJoinsEmoji(String text) {
            assertThat(plain(text)).isEqualTo(text);
        }

        @Test
        void isKeptWhereItSpellsAFlag() {
            String scotland = "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F";
            assertThat(plain(scotland)).isEqualTo(scotland);
        }

        @ParameterizedTest
        @ValueSource(strings = {"می\u200Cخواهم", "ශ්\u200Dරී", "क्\u200Cष"})
        void isKeptWhereSpellingNeedsIt(String text) {
            assertThat(plain(text)).isEqualTo(text);
        }

        @ParameterizedTest
        @ValueSource(strings = {"🇩🇪", "1\uFE0F\u20E3", "👍🏿", "\u0600\u0661", "日本語", "é", "e\u0301"})
        void isNotWhatOnlyLooksSpecial(String text) {
            assertThat(plain(text)).isEqualTo(text);
        }
    }

    @Nested
    class Marks {
        @Test
        void areAtMostThreePerLetter() {
            assertThat(plain("Z" + "\u0300".repeat(40) + "a" + "\u0301".repeat(4) + "lgo"))
                    .isEqualTo("Z" + "\u0300".repeat(3) + "a" + "\u0301".repeat(3) + "lgo");
        }

        @Test
        void needALetterToSitOn() {
            assertThat(plain("a \u0301\u0301b")).isEqualTo("a b");
        }
    }

    @Nested
    class LookAlikeLetters {
        @ParameterizedTest
        @ValueSource(strings = {"ｈｅｌｌｏ", "𝐡𝐞𝐥𝐥𝐨", "𝒽ℯ𝓁𝓁ℴ", "𝔥𝔢𝔩𝔩𝔬", "𝕙𝕖𝕝𝕝𝕠", "𝚑𝚎𝚕𝚕𝚘"})
        void arePlain(String text) {
            assertThat(plain(text)).isEqualTo("hello");
        }

        @Test
        void includeDigits() {
            assertThat(plain("１𝟐𝟛")).isEqualTo("123");
        }

        @ParameterizedTest
        @ValueSource(strings = {"привет", "你好，世界！", "™ № ℃", "½", "ﬁ", "Ⓐ"})
        void areNotTheLettersOfOthersAndSigns(String text) {
            assertThat(plain(text)).isEqualTo(text);
        }
    }

    @Nested
    class CapitalLetters {
        @Test
        void areLowerCasedWhenTheyShout() {
            assertThat(plain("YOU ARE CHEATING!!")).isEqualTo("you are cheating!!");
        }

        @Test
        void areKeptInFewerThanTwelveLetters() {
            assertThat(plain("HELLO THERE Y")).isEqualTo("HELLO THERE Y");
            assertThat(plain("HELLO THERE YO")).isEqualTo("hello there yo");
        }

        @Test
        void areKeptUpToFourInFive() {
            assertThat(plain("ABCDEFGHIJKLabc")).isEqualTo("ABCDEFGHIJKLabc");
            assertThat(plain("ABCDEFGHIJKLMabc")).isEqualTo("abcdefghijklmabc");
        }

        @Test
        void shoutInDisguiseToo() {
            assertThat(plain("ＹＯＵ ＡＲＥ ＣＨＥＡＴＩＮＧ")).isEqualTo("you are cheating");
        }

        @Test
        void getNoLongerInLowerCase() {
            assertThat(plain("İ".repeat(500))).hasSize(500);
        }
    }

    /** Seeded: a failure can be repeated. */
    @Test
    void anyPlainFormIsNoLongerAndStaysAsItIs() {
        String nasty =
                "aB  \n\t\u00A0\u200B\u200C\u200D\u202E\u0301\uFE0F\u0940\u094D\u0915\u3164ｘ𝐗ℋ👩🏽❤🔥🏴1İß\u2028\u2800\u0600"
                        + "\uDB40\uDC67\uDB40\uDC7F";
        int[] alphabet = nasty.codePoints().toArray();
        Random random = new Random(7);
        for (int round = 0; round < 50_000; round++) {
            String typed = random.ints(1 + random.nextInt(24), 0, alphabet.length)
                    .mapToObj(i -> Character.toString(alphabet[i]))
                    .collect(Collectors.joining());
            String once = PlainForm.of(typed);
            assertThat(once.codePointCount(0, once.length()))
                    .isLessThanOrEqualTo(typed.codePointCount(0, typed.length()));
            assertThat(PlainForm.of(once)).isEqualTo(once);
        }
    }

    @Test
    void everyMathematicalLetterIsOneCharacter() {
        for (int codePoint = 0x1D400; codePoint <= 0x1D7FF; codePoint++) {
            if (Character.isDefined(codePoint)) {
                assertThat(plain(Character.toString(codePoint))).hasSize(1);
            }
        }
    }

    private static String plain(String typed) {
        return new ChatText(typed).value();
    }

    private static void assertInvalid(String typed) {
        assertThatThrownBy(() -> new ChatText(typed))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        refused -> assertThat(refused.field()).isEqualTo("content"));
    }
}
