package dev.parley.query.forum.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.forum.markup.Embed.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MarkupTest {
    private static final int MOST = 10_000;

    private final Markup markup = Markup.with(Set.of("i.imgur.com"), Set.of("lichess.org"), Set.of("lichess.org"));

    @Nested
    class Html {
        @Test
        void hasTheElementsOfMarkdown() {
            assertThat(html("# Title\n\n*a* **b** ~~c~~ `d`  \ne\n\n> f\n\n3. g\n\n---\n\n```java\nh\n```\n"))
                    .isEqualTo("""
                            <h1>Title</h1>
                            <p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code><br />
                            e</p>
                            <blockquote>
                            <p>f</p>
                            </blockquote>
                            <ol start="3"><li>g</li></ol>
                            <hr />
                            <pre><code class="language-java">h
                            </code></pre>
                            """);
        }

        @Test
        void showsHtmlAsText() {
            assertThat(html("<b>a</b>")).isEqualTo("<p>&lt;b&gt;a&lt;/b&gt;</p>\n");
        }

        @Test
        void linksAddressesWithoutVouchingForThem() {
            assertThat(html("see https://example.org/a?b=c&d. [x](http://example.org \"t\")"))
                    .isEqualTo("<p>see <a href=\"https://example.org/a?b&#61;c&amp;d\" rel=\"nofollow noopener ugc\">"
                            + "https://example.org/a?b&#61;c&amp;d</a>. "
                            + "<a href=\"http://example.org\" rel=\"nofollow noopener ugc\">x</a></p>\n");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[x](javascript:alert(1))",
                    "[x](/forum)",
                    "[x](//example.org)",
                    "[x](mailto:ann@example.org)",
                    "[x](https://ann@example.org)",
                    "![x](data:image/png,x)"
                })
        void keepsNothingButTheWordsOfALinkThatLeadsNowhere(String link) {
            assertThat(html(link)).isEqualTo("<p>x</p>\n");
        }

        @Test
        void linksWhoIsMentionedOutsideCodeAndLinks() {
            assertThat(hrefs("@ann, *@bob.b*. `@cid` [@dan](https://example.org) e@example.org @@ann\n\n    @eve"))
                    .containsExactly("/@/ann", "/@/bob.b", "https://example.org");
        }

        @Test
        void hasALinkInPlaceOfAnImage() {
            assertThat(html("![a *b*](https://evil.example/a.png)"))
                    .isEqualTo("<p><a href=\"https://evil.example/a.png\" rel=\"nofollow noopener ugc\">a b</a></p>\n");
            assertThat(html("[![](https://i.imgur.com/a.png)](https://example.org)"))
                    .isEqualTo("<p><a href=\"https://example.org\" rel=\"nofollow noopener ugc\">"
                            + "https://i.imgur.com/a.png</a></p>\n");
        }

        @Test
        void turnsNoDirections() {
            assertThat(html("a\u202Eb &#8238; \u2066c")).isEqualTo("<p>ab  c</p>\n");
        }
    }

    @Nested
    class Embeds {
        @Test
        void areImagesGamesAndStudiesInTheOrderOfTheText() {
            assertThat(embeds("""
                            https://lichess.org/study/abcdefgh/ijklmnop#3 and https://LICHESS.org/abcdefgh/black#12
                            [x](https://lichess.org/abcdefghijkl) ![y](https://i.imgur.com/a_1.PNG#z)
                            https://i.imgur.com/a_1.PNG
                            """))
                    .containsExactly(
                            new Embed(Kind.STUDY, "https://lichess.org/study/abcdefgh/ijklmnop#3"),
                            new Embed(Kind.GAME, "https://lichess.org/abcdefgh/black#12"),
                            new Embed(Kind.GAME, "https://lichess.org/abcdefghijkl"),
                            new Embed(Kind.IMAGE, "https://i.imgur.com/a_1.PNG"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://i.imgur.com/a.png",
                    "https://i.imgur.com:443/a.png",
                    "https://i.imgur.com./a.png",
                    "https://ann@i.imgur.com/a.png",
                    "https://i.imgur.com/a.png?x",
                    "https://i.imgur.com/a.svg",
                    "https://evil.example/a.png",
                    "https://x.i.imgur.com/a.png",
                    "https://lichess.org/training",
                    "https://lichess.org/abcdefg",
                    "https://lichess.org/study/abc",
                    "`https://lichess.org/abcdefgh`"
                })
        void areNoOtherAddresses(String address) {
            assertThat(embeds(address)).isEmpty();
        }

        @Test
        void areTenAtMost() {
            String many = IntStream.range(0, 12)
                    .mapToObj("https://i.imgur.com/%d.png"::formatted)
                    .collect(Collectors.joining("\n"));
            assertThat(embeds(many)).hasSize(10).first().isEqualTo(new Embed(Kind.IMAGE, "https://i.imgur.com/0.png"));
        }

        @Test
        void areJsonWithTheirKind() {
            assertThat(JsonMapper.shared().writeValueAsString(new Embed(Kind.GAME, "https://lichess.org/abcdefgh")))
                    .isEqualTo("{\"kind\":\"game\",\"url\":\"https://lichess.org/abcdefgh\"}");
        }
    }

    @Nested
    class TheWorstText {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    ">",
                    "> ",
                    "- ",
                    "1. ",
                    "> - ",
                    "*",
                    "**",
                    "*a_",
                    "_a ",
                    "**a *b ",
                    "~",
                    "~~a",
                    "[",
                    "[a](",
                    "![",
                    "![a",
                    "]",
                    "<",
                    "<a",
                    "<!--",
                    "<![CDATA[",
                    "`",
                    "`a``b",
                    "&",
                    "&#",
                    "\\",
                    "@a",
                    "@a ",
                    "[](x",
                    "[a]: b\n",
                    "a\n\n",
                    "#\n",
                    "```\n",
                    "\t",
                    "<http://a",
                    "http://a ",
                    "www.",
                    "a@b.",
                    "![](",
                    "]]>",
                    "{",
                    "=",
                    "+"
                })
        void comesOutNeitherDeepNorLong(String piece) {
            requireBounded(piece.repeat(MOST / piece.length()));
        }

        @Test
        void mayCloseWhatItOpens() {
            requireBounded("[".repeat(MOST / 2) + "]".repeat(MOST / 2));
            requireBounded("*a ".repeat(MOST / 5) + "a*".repeat(MOST / 5));
            requireBounded("![".repeat(MOST / 8) + "a" + "](http://a)".repeat(MOST / 16));
            requireBounded(IntStream.range(0, 140)
                    .mapToObj(depth -> "  ".repeat(depth) + "- a\n")
                    .collect(Collectors.joining())
                    .substring(0, MOST));
        }

        @Test
        void mayNameOneLongAddressAgainAndAgain() {
            for (String use : List.of("[a]", "![a]", "![][a]", "[a][]")) {
                for (int length : List.of(900, 5_000)) {
                    String address =
                            "[a]: https://example.org/" + "&".repeat(length) + " \"" + "t".repeat(900) + "\"\n\n";
                    requireBounded(address + use.repeat((MOST - address.length()) / use.length()));
                }
            }
        }

        @Test
        void hasLinksUntilTheirAddressesAreTwiceAsLongAsAText() {
            String address = "https://example.org/" + "a".repeat(180);
            assertThat(hrefs("[a]: " + address + "\n\n" + "[a]\n\n".repeat(101)))
                    .hasSize(100);
            assertThat(hrefs("@a ".repeat(3_333))).hasSize(3_333);
        }

        private void requireBounded(String text) {
            String html = html(text);
            assertThat(html.length()).isLessThan(400_000);
            int deepest = HtmlChecks.requireInert(html).select("*").stream()
                    .mapToInt(element -> element.parents().size())
                    .max()
                    .orElse(0);
            assertThat(deepest).isLessThan(4 * Markup.DEEPEST_BLOCK);
        }
    }

    private String html(String markdown) {
        return markup.render(markdown).html();
    }

    private List<Embed> embeds(String markdown) {
        return markup.render(markdown).embeds();
    }

    private List<String> hrefs(String markdown) {
        return HtmlChecks.requireInert(html(markdown)).select("a").stream()
                .map((Element link) -> link.attr("href"))
                .toList();
    }
}
