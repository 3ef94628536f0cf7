package dev.parley.query.forum.post;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.forum.markup.Embed;
import java.util.List;

/**
 * What a text would look like as a post.
 *
 * @param html safe to put into a page
 */
public record PreviewView(
        @JsonProperty("html") String html,
        @JsonProperty("embeds") List<Embed> embeds) {
    public PreviewView {
        embeds = List.copyOf(embeds);
    }
}
