package dev.parley.query.forum.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "The King's move, e4! | the king's move e4",
                "www.lichess.org. | www.lichess.org",
                "a..b 'c' d' | a b c d",
                "snake_case 2½ ² | snake_case 2½ ²",
                "GRÖSSE größe ΟΔΟΣ | grösse größe οδος",
                "cafe\u0301 l’eau | cafe\u0301 l’eau",
                "\uD835\uDC9C\uD801\uDC00 \uD83D\uDE00 | \uD835\uDC9C\uD801\uDC28",
                "-- …? | ''"
            })
    void areTheWordsOfAText(String text, String folded) {
        assertThat(Token.of(text).stream().map(Token::folded))
                .containsExactlyElementsOf(folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" ")));
    }

    @Test
    void knowWhereTheyStand() {
        String text = "\uD83D\uDE00 Isn't it?";
        assertThat(Token.of(text).stream().map(token -> text.substring(token.start(), token.end())))
                .containsExactly("Isn't", "it");
    }

    /** What one letter becomes in lower case may depend on those before it, and be two. */
    @Test
    void areFoldedWhereTheyBeginWithWhatIsWanted() {
        assertThat(Token.of("Every İ Σ word", first -> first == 'i' || first == 'σ').stream()
                        .map(Token::folded))
                .containsExactly("", "i\u0307", "σ", "");
    }
}
