package dev.parley.kernel.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Username;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said in the forum, and how its parts are named. */
class ForumValuesTest {
    private static final String TOPIC = "topic~00000000-0000-0000-0000-000000000001";

    @Nested
    class ATitle {
        @Test
        void hasThreeTo200CharactersOnOneLine() {
            assertThat(new TopicTitle("  a\n b ").value()).isEqualTo("a b");
            assertThatCode(() -> new TopicTitle("a " + "♟".repeat(198))).doesNotThrowAnyException();
            assertRefused(() -> new TopicTitle("a " + "♟".repeat(199)), "title");
            assertRefused(() -> new TopicTitle("ab"), "title");
            assertRefused(() -> new TopicTitle(null), "title");
        }

        @Test
        void isNoSingleWordUnder15Characters() {
            assertRefused(() -> new TopicTitle("abcdefghijklmn"), "title");
            assertThat(new TopicTitle("abcdefghijklmno").value()).hasSize(15);
        }

        @Test
        void canBeSeen() {
            assertRefused(() -> new TopicTitle("\u200b \u200b \u2060"), "title");
        }

        @Test
        void turnsNothingAround() {
            assertThat(new TopicTitle("a \u202Egpj.exe\u202C \u2066b\u2069").value())
                    .isEqualTo("a gpj.exe b");
            assertRefused(() -> new TopicTitle("ab\u202E"), "title");
        }

        @ParameterizedTest
        @CsvSource({
            "A book for beginners, a-book-for-beginners",
            "Ça va? Très bien!, ca-va-tres-bien",
            "♟♟♟ ♟♟, topic",
            "--a--b--, a-b"
        })
        void isTheSlug(String title, String slug) {
            assertThat(TopicTitle.slug(title)).isEqualTo(slug);
        }

        @Test
        void isASlugOf80CharactersAtMost() {
            assertThat(TopicTitle.slug("abc ".repeat(50))).hasSizeLessThanOrEqualTo(80);
        }
    }

    @Nested
    class APost {
        @Test
        void hasOneTo10000Characters() {
            assertThatCode(() -> new PostText("♟".repeat(10_000))).doesNotThrowAnyException();
            assertRefused(() -> new PostText("♟".repeat(10_001)), "content");
            assertRefused(() -> new PostText(" \n "), "content");
            assertRefused(() -> new PostText("\u200b"), "content");
        }

        @Test
        void isNamedByItsPlace() {
            PostId id = PostId.parse(TOPIC + "~12~34");
            assertThat(id).isEqualTo(new PostId(new TopicId(TOPIC), 12, 34));
            assertThat(id).hasToString(TOPIC + "~12~34");
            assertRefused(() -> PostId.parse(TOPIC + "~12"), "post_id");
            assertRefused(() -> PostId.parse("topic~1~12~34"), "post_id");
        }
    }

    @Nested
    class ACategory {
        @ParameterizedTest
        @ValueSource(strings = {"general", "game-analysis", "a", "9-9"})
        void isNamedByASlug(String slug) {
            assertThat(new CategoryId(slug)).hasToString("category~" + slug);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-a", "a-", "a--b", "A", "a b", "a~b", "ä"})
        void isNamedByNothingElse(String text) {
            assertRefused(() -> new CategoryId(text), "category");
        }

        @Test
        void hasBounds() {
            assertRefused(() -> new CategoryId("a".repeat(101)), "category");
            assertRefused(() -> new CategoryName("a".repeat(101)), "name");
            assertRefused(() -> new CategoryDescription("a".repeat(501)), "description");
            assertRefused(() -> new CategoryOrder(-1), "order");
            assertRefused(() -> new CategoryOrder(10_001), "order");
        }
    }

    @Nested
    class AMention {
        @Test
        void beginsWhereNoWordDoes() {
            assertThat(Mentions.in("@ann, (@Ben) mail@cid.org /@dan @@eve @fay. @ann @ANN"))
                    .extracting(Username::value)
                    .containsExactly("ann", "Ben", "fay");
        }

        @Test
        void isOneOfTwenty() {
            String names = IntStream.range(0, 21).mapToObj(name -> " @n" + name).collect(Collectors.joining());
            assertThat(Mentions.in(names)).hasSize(Mentions.MOST_NAMES);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "`@Override` @ann",
                    "``a ` @b `` @ann `",
                    "` `` @ann",
                    "```java\n@Override\n``\n~~~\n```\n@ann",
                    "~~~\n@Override\n```\n~~~~\n@ann",
                    "@ann\n```\n@Override",
                    "``` @Override ``` @ann",
                    "    @Override\n    @Test\n@ann",
                    "text\n\n\t@Override\n\n@ann",
                    "text\n    @ann",
                    "[the @other](https://lichess.org/@/x) @ann",
                    "https://example.org/?user=@other @ann",
                    "[@ann] (@ann)",
                    "[[[( ](@ann"
                })
        void isNoneWithinCodeOrALink(String text) {
            assertThat(Mentions.in(text)).extracting(Username::value).containsExactly("ann");
        }

        /** So many marks that looking for the end of each on its own would take hours. */
        @ParameterizedTest
        @ValueSource(strings = {"[", "[a](", "` `` ", "```a\n~~~\n", "https://", "    \t"})
        void isFoundBehindAMillionMarks(String mark) {
            assertThat(Mentions.in(mark.repeat(1_000_000))).isEmpty();
        }
    }

    private static void assertRefused(ThrowingCallable making, String field) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(making)
                .satisfies(invalid -> assertThat(invalid.field()).isEqualTo(field));
    }
}
