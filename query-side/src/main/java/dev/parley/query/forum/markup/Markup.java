package dev.parley.query.forum.markup;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;

/**
 * Makes safe HTML of Markdown (CommonMark with bare addresses as links and {@code ~~struck~~} words; no tables, whose
 * empty cells would make far more of a text than it is). HTML in it is shown as text. Blocks nest at most
 * {@value #DEEPEST_BLOCK} deep and so do emphases, what goes beyond is text. Nothing in the HTML loads by itself, and no
 * address is ever called. Any number of threads may render at once.
 */
@Component
public class Markup {
    static final int DEEPEST_BLOCK = 20;

    private static final List<Extension> EXTENSIONS =
            List.of(AutolinkExtension.builder().linkTypes(AutolinkType.URL).build(), StrikethroughExtension.create());
    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST_BLOCK)
            .maxInlineNesting(DEEPEST_BLOCK)
            .build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true).build();

    private final Embeds embeds;

    Markup(EmbedHosts hosts) {
        this.embeds = new Embeds(hosts);
    }

    /** One that knows these hosts alone. */
    public static Markup with(Set<String> imageHosts, Set<String> gameHosts, Set<String> studyHosts) {
        return new Markup(new EmbedHosts(imageHosts, gameHosts, studyHosts));
    }

    /** What the text looks like, and what it embeds. */
    public Rendered render(String markdown) {
        Node document = PARSER.parse(markdown);
        var links = new Links(embeds);
        document.accept(links);
        return new Rendered(SafeHtml.of(RENDERER.render(document)), links.embeds());
    }
}
