package dev.parley.query.forum.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.InvalidValue;
import dev.parley.query.forum.search.Term.After;
import dev.parley.query.forum.search.Term.Before;
import dev.parley.query.forum.search.Term.By;
import dev.parley.query.forum.search.Term.In;
import dev.parley.query.forum.search.Term.Phrase;
import dev.parley.query.forum.search.Term.Word;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermParserTest {
    private static final Instant LAST_OF_JANUARY = Instant.parse("2026-01-31T00:00:00Z");

    @ParameterizedTest
    @MethodSource
    void reads(String q, List<Term> terms) {
        assertThat(TermParser.parse(q)).isEqualTo(terms);
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                of("sicilian", word("sicilian")),
                of("  two\twords\nor  three ", word("two"), word("words"), word("or"), word("three")),
                of("Größe 将棋", word("Größe"), word("将棋")),
                of("e4-e5 c++ don't", word("e4-e5"), word("c++"), word("don't")),
                of("\"queen's gambit\"", phrase("queen's gambit")),
                of("“queen's gambit”", phrase("queen's gambit")),
                of("\"not closed", phrase("not closed")),
                of("a\"b c\"d", word("a"), phrase("b c"), word("d")),
                of("-draw", new Word("draw", true)),
                of("--draw", new Word("draw", true)),
                of("-\"quick draw\"", new Phrase("quick draw", true)),
                of("well-known", word("well-known")),
                of("user:Ann", new By("Ann", false)),
                of("USER:@ann", new By("ann", false)),
                of("author:ann", new By("ann", false)),
                of("user:\"ann\" x", new By("ann", false), word("x")),
                of("-user:ann", new By("ann", true)),
                of("user:a:b", new By("a:b", false)),
                of("user:", word("user:")),
                of("user: ann", word("user:"), word("ann")),
                of("user:\"\"", word("user:")),
                of("category:Game-Analysis", new In("game-analysis", false)),
                of("-category:off-topic", new In("off-topic", true)),
                of("before:2026-01-31", new Before(LAST_OF_JANUARY)),
                of("after:2026-01-31", new After(LAST_OF_JANUARY)),
                of("-before:2026-01-31", new After(LAST_OF_JANUARY)),
                of("-after:2026-01-31", new Before(LAST_OF_JANUARY)),
                of("before:yesterday", word("before:yesterday")),
                of("before:\"last year\"", word("before:"), phrase("last year")),
                of("after:+12345-01-01", word("after:+12345-01-01")),
                of("https://example.org/x", word("https://example.org/x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "--", "\"", "\"\"", "-\"\"", "...", "- - -", "\"?!\"", "♘", "\u00a0"})
    void findsNothingToLookFor(String q) {
        assertThat(TermParser.parse(q)).isEmpty();
    }

    @Test
    void takesTwentyTerms() {
        assertThat(TermParser.parse("w ".repeat(TermParser.MOST))).hasSize(TermParser.MOST);
        assertThatThrownBy(() -> TermParser.parse("w ".repeat(TermParser.MOST + 1)))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void readsWhateverIsTyped() {
        String[] pieces = {
            "-", "\"", " ", ":", "user:", "before:", "a", "1", "\uD83D\uDE00", "(", "*", "\\", "category:"
        };
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var typed = new StringBuilder();
            random.ints(random.nextInt(12), 0, pieces.length).forEach(piece -> typed.append(pieces[piece]));
            assertThat(TermParser.parse(typed.toString())).doesNotContainNull();
        }
    }

    private static Arguments of(String q, Term... terms) {
        return Arguments.of(q, List.of(terms));
    }

    private static Word word(String text) {
        return new Word(text, false);
    }

    private static Phrase phrase(String text) {
        return new Phrase(text, false);
    }
}
