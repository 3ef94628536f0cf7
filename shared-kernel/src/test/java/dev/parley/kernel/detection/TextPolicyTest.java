package dev.parley.kernel.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPolicyTest {
    private final TextPolicy policy = TextPolicy.current();

    @ParameterizedTest
    @MethodSource("flagged")
    void flags(String line) {
        String[] row = line.split(" \\| ", 3);
        assertThat(policy.look(row[2]).findings())
                .filteredOn(finding -> finding.category().label().equals(row[0]))
                .extracting(Finding::severity)
                .contains(Integer.valueOf(row[1]));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void doesNotFlag(String line) {
        assertThat(policy.look(line).findings()).isEmpty();
    }

    static Stream<String> flagged() {
        return lines("flagged.txt");
    }

    static Stream<String> harmless() {
        return lines("harmless.txt");
    }

    private static Stream<String> lines(String name) {
        try (InputStream file = TextPolicyTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class AFinding {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "idiot",
                    "IDIOTS",
                    "1d10t",
                    "idioooooot",
                    "i.d.i.o.t",
                    "i d i o t",
                    "id\u200Biot",
                    "\uD835\uDC22\uD835\uDC1D\uD835\uDC22\uD835\uDC28\uD835\uDC2D",
                    "i\u0301diot"
                })
        void pointsAtTheTextAsItWasWritten(String written) {
            String text = "𝄞 ß, so you " + written + " 😀 lost";
            assertThat(policy.look(text).findings()).singleElement().satisfies(finding -> {
                assertThat(text.substring(finding.start(), finding.end())).isEqualTo(written);
                assertThat(finding.rule()).isEqualTo("insult.en/idiot*");
            });
        }

        @Test
        void coversAllWordsOfAPhrase() {
            String text = "well, Shut   UP now";
            Finding finding = policy.look(text).findings().getFirst();
            assertThat(text.substring(finding.start(), finding.end())).isEqualTo("Shut   UP");
        }

        @Test
        void coversTheWholeLink() {
            String text = "see (https://discord.gg/abc), all";
            Finding finding = policy.look(text).findings().getFirst();
            assertThat(text.substring(finding.start(), finding.end())).isEqualTo("discord.gg/abc");
        }

        @Test
        void weighsMoreWhenDirectedAtAPerson() {
            assertThat(policy.look("some idiot pulled the plug").weight()).isEqualTo(1);
            assertThat(policy.look("you are an idiot").weight()).isEqualTo(2);
        }

        @Test
        void isOfNoPhraseAcrossSentences() {
            assertThat(policy.look("I had to shut. Up it went").isFlagged()).isFalse();
        }
    }

    @Nested
    class AVerdict {
        @Test
        void weighsTheSumOfItsFindingsInTheOrderOfTheText() {
            Verdict verdict = policy.look("kys, you idiot: discord.gg/abc");
            assertThat(verdict.findings())
                    .extracting(Finding::category)
                    .containsExactly(Category.THREAT, Category.INSULT, Category.PROMOTION);
            assertThat(verdict.weight()).isEqualTo(3 + 2 + 1);
        }

        @Test
        void ofAnEmptyTextWeighsNothing() {
            assertThat(policy.look("").weight()).isZero();
            assertThat(policy.look("").isFlagged()).isFalse();
        }

        @Test
        void holdsTwentyFindingsAtMost() {
            assertThat(policy.look("idiot, ".repeat(21)).findings()).hasSize(20);
        }

        @Test
        void saysOfWhichVersionItIs() {
            assertThat(policy.look("hello").version()).isEqualTo(policy.version());
        }
    }

    /** Each is the worst for some step: were its time exponential in the length, this would not end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a ",
                "a.",
                ".",
                "-.",
                "aab",
                "aaab",
                "1",
                "1a",
                "@",
                "$!",
                "you ",
                "you are an ",
                "idiot ",
                "i d ",
                "!",
                "*",
                "a*",
                "fuck ",
                "/?&=",
                "a.a/",
                "http://",
                "http://a.b/",
                "?a=",
                "и",
                "аb",
                "é",
                "i\u0301",
                "\u200B",
                "'",
                "\n",
                "😀",
                "ß",
                "spam ham "
            })
    void looksAtAHostileTextOf20000Characters(String part) {
        String text = part.repeat(20_000 / part.length()) + ".x";
        assertThat(policy.look(text).findings()).hasSizeLessThanOrEqualTo(TextPolicy.MAX_FINDINGS);
    }

    @Nested
    class TheVersion {
        private static final Map<String, String> LISTS = Map.of("insult.en", "oaf\n", "promotion.links", "a.example\n");

        @Test
        void isAFormAndADigest() {
            assertThat(policy.version())
                    .matches("1-[0-9a-f]{8}")
                    .isEqualTo(TextPolicy.current().version());
        }

        @Test
        void isAnotherOneWithAnotherList() {
            String before = version(LISTS);
            assertThat(version(Map.of("insult.en", "oaf*\n", "promotion.links", "a.example\n")))
                    .isNotEqualTo(before);
            assertThat(version(Map.of("insult.en", "oaf\n", "promotion.links", "b.example\n")))
                    .isNotEqualTo(before);
            assertThat(version(Map.of("insult.de", "oaf\n", "promotion.links", "a.example\n")))
                    .isNotEqualTo(before);
        }

        @Test
        void staysWhenACommentChanges() {
            assertThat(version(Map.of("insult.en", "# a fool\noaf # 2\n", "promotion.links", "a.example")))
                    .isEqualTo(version(LISTS));
        }

        private static String version(Map<String, String> lists) {
            return new TextPolicy(new Lists(lists)).version();
        }
    }

    @Test
    void noListSaysTheSameTwice() {
        List<String> rules =
                Lists.ofRelease().entries().stream().map(Entry::rule).toList();
        assertThat(rules).doesNotHaveDuplicates();
    }
}
