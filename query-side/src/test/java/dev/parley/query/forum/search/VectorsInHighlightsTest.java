package dev.parley.query.forum.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.PersonView;
import dev.parley.query.forum.search.ForumAnswer.Facets;
import dev.parley.query.forum.search.ForumAnswer.Hit;
import dev.parley.query.forum.search.ForumAnswer.Hits;
import dev.parley.query.forum.search.ForumAnswer.Said;
import dev.parley.query.forum.search.ForumAnswer.Total;
import dev.parley.query.forum.search.ForumSearchView.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Known ways to bring script into a page, found by what they consist of, and read by a parser of HTML. */
class VectorsInHighlightsTest {
    private static final String VECTORS = "dev.parley.query.forum.markup.VectorsTest#vectors";
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+(?:['.][\\p{L}\\p{N}_]+)*");

    @ParameterizedTest
    @MethodSource(VECTORS)
    void areTextAndMarksInTitleAndSnippet(String vector) {
        for (String q : queries(vector)) {
            Item item = found(q, vector);
            assertThat(parsed(item.titleHtml()).wholeText()).isEqualTo(vector);
            assertThat(parsed(item.snippetHtml()).wholeText()).isEqualTo(vector);
        }
    }

    @ParameterizedTest
    @MethodSource(VECTORS)
    void areMarkedWhereTheyAreFound(String vector) {
        String first = words(vector).getFirst();
        assertThat(parsed(found(first, vector).snippetHtml()).select("mark")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource(VECTORS)
    void areTextAndMarksWhereverTheyAreCut(String vector) {
        String text = "before " + vector + " behind";
        for (String q : queries(vector)) {
            var highlights = new Highlights(TermParser.parse(q));
            for (int most = 1; most < text.length(); most++) {
                String shown = parsed(highlights.part(text, most)).wholeText();
                assertThat(text).contains(shown.replaceAll("^…|…$", ""));
            }
        }
    }

    /** Each word, some of them at once, a phrase, and the vector as somebody would paste it. */
    private static List<String> queries(String vector) {
        List<String> words = words(vector);
        String some = words.stream().limit(TermParser.MOST).collect(Collectors.joining(" "));
        List<String> queries = new ArrayList<>(words);
        queries.add(some);
        queries.add('"' + some + '"');
        queries.add(vector.lines().findFirst().orElseThrow());
        return queries;
    }

    private static List<String> words(String vector) {
        return WORD.matcher(vector).results().map(MatchResult::group).distinct().toList();
    }

    private static Item found(String q, String vector) {
        var hit = new Hit("1", 1, new Said("topic", 1, "post", vector, vector, "general", "dev-ann", 0));
        var answer = new ForumAnswer(new Hits(Total.UNKNOWN, List.of(hit)), Facets.NONE);
        var results = new Results(
                new ForumSearch.Found(answer.hits(), answer, Optional.empty()), new Highlights(TermParser.parse(q)));
        var ann = results.people().stream()
                .collect(Collectors.toMap(person -> person, person -> PersonView.of(person, "ann")));
        return results.shown(ann).items().getFirst();
    }

    /** As a page shows it that puts it into itself. */
    private static Element parsed(String html) {
        Element all = Jsoup.parseBodyFragment("<div>" + html + "</div>").body();
        assertThat(all.childNodeSize()).isEqualTo(1);
        Element shown = all.firstElementChild();
        shown.select("*").stream().skip(1).forEach(element -> {
            assertThat(element.normalName()).isEqualTo("mark");
            assertThat(element.attributes().isEmpty()).isTrue();
        });
        shown.forEachNode(node -> assertThat(node).isInstanceOfAny(Element.class, TextNode.class));
        return shown;
    }
}
