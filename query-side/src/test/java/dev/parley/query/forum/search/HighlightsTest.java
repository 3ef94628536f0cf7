package dev.parley.query.forum.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightsTest {
    private static final String HOSTILE = "<mark>a</mark><script>alert('x')</script>\"&\uE000bishop\uE001<img src=x>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sicilian | The Sicilian. | The <mark>Sicilian</mark>.",
                "sicillian | The Sicilian. | The <mark>Sicilian</mark>.",
                "install | instal install installed | instal <mark>install</mark> <mark>installed</mark>",
                "teh | the end | <mark>the</mark> end",
                "ab | abc | abc",
                "\"queen side\" | queen side, side queen | <mark>queen</mark> <mark>side</mark>, side queen",
                "\"queen side\" | queen's side | queen&#39;s side",
                "pawn -rook | pawn rook | <mark>pawn</mark> rook",
                "e4-e5 | e5, e4 | <mark>e5</mark>, <mark>e4</mark>",
                "user:ann | ann | ann",
                "größe | GRÖSSE größe | GRÖSSE <mark>größe</mark>"
            })
    void markWhatWasAskedFor(String q, String text, String html) {
        assertThat(all(q, text)).isEqualTo(html);
    }

    @Test
    void escapeEverythingElse() {
        assertThat(all("bishop script mark", HOSTILE))
                .isEqualTo(
                        "&lt;<mark>mark</mark>&gt;a&lt;/<mark>mark</mark>&gt;&lt;<mark>script</mark>&gt;alert(&#39;x&#39;)"
                                + "&lt;/<mark>script</mark>&gt;&quot;&amp;\uE000<mark>bishop</mark>\uE001&lt;img src=x&gt;");
    }

    @Test
    void showThePartInWhichTheMostIsMarked() {
        String text = "bishop " + "word ".repeat(100) + "the bishop takes a pawn " + "word ".repeat(100);
        String part = new Highlights(TermParser.parse("bishop pawn")).part(text, 100);
        assertThat(part).startsWith("…").endsWith("…").contains("<mark>bishop</mark> takes a <mark>pawn</mark>");
        assertThat(part.replaceAll("</?mark>|…", "")).hasSize(100);
        assertThat(part("nothing", text)).startsWith("bishop word");
    }

    /** So many marks that comparing each with each would take hours. */
    @Test
    void lookAtEachOfAMillionMarksOnlyOnce() {
        String sparse = "b - ".repeat(500_000);
        String part = part("b", sparse + "b ".repeat(40) + sparse);
        assertThat(part).startsWith("…").endsWith("…").contains("<mark>b</mark> ".repeat(30));
        assertThat(part.replaceAll("</?mark>|…", "")).hasSize(100);
    }

    @Test
    void cutNoCharacterInTwo() {
        String text = "\uD83D\uDE00".repeat(200) + " bishop " + "\uD83D\uDE00".repeat(200);
        for (int most = 50; most < 60; most++) {
            String part = new Highlights(TermParser.parse("bishop")).part(text, most);
            assertThat(part.codePoints().filter(point -> point >= 0xD800 && point <= 0xDFFF))
                    .isEmpty();
            assertThat(part).contains("<mark>bishop</mark>");
        }
    }

    private static String all(String q, String text) {
        return new Highlights(TermParser.parse(q)).all(text);
    }

    private static String part(String q, String text) {
        return new Highlights(TermParser.parse(q)).part(text, 100);
    }
}
