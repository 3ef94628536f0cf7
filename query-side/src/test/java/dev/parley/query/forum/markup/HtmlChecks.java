package dev.parley.query.forum.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads HTML as a browser does, with a parser that has nothing to do with what wrote it. */
final class HtmlChecks {
    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "hr",
            "em",
            "strong",
            "del",
            "code",
            "pre",
            "blockquote",
            "ul",
            "ol",
            "li",
            "a",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");
    private static final Map<String, Pattern> ATTRIBUTES = Map.of(
            "a href", Pattern.compile("https?://[!#-&(-;=?-~]+|/@/[A-Za-z0-9_.-]+"),
            "a rel", Pattern.compile("nofollow noopener ugc"),
            "code class", Pattern.compile("language-[A-Za-z0-9+#_-]+"),
            "ol start", Pattern.compile("\\d+"));
    private static final Pattern TURNS = Pattern.compile("[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

    private HtmlChecks() {}

    static Document requireInert(String html) {
        Document page = Jsoup.parse(html);
        assertThat(page.head().childNodes()).isEmpty();
        assertThat(page.body().attributes().isEmpty()).isTrue();
        page.body().forEachNode(HtmlChecks::check);
        page.body().select("*").forEach(HtmlChecks::check);
        return page;
    }

    private static void check(Node node) {
        assertThat(node).isInstanceOfAny(Element.class, TextNode.class, Comment.class);
        if (node instanceof Comment comment) {
            assertThat(comment.getData()).isBlank();
        }
        if (node instanceof TextNode text) {
            assertThat(TURNS.matcher(text.getWholeText()).find()).isFalse();
        }
    }

    private static void check(Element element) {
        if (element.normalName().equals("body")) {
            return;
        }
        assertThat(ELEMENTS).contains(element.normalName());
        for (Attribute attribute : element.attributes()) {
            String name = element.normalName() + " " + attribute.getKey();
            assertThat(ATTRIBUTES).containsKey(name);
            assertThat(attribute.getValue()).matches(ATTRIBUTES.get(name));
        }
    }
}
