package dev.parley.query.forum.markup;

import java.util.List;

/**
 * What a text in Markdown looks like.
 *
 * @param html safe to put into a page as it is
 * @param embeds each once, in the order of the text: at most 10
 */
public record Rendered(String html, List<Embed> embeds) {
    public Rendered {
        embeds = List.copyOf(embeds);
    }
}
