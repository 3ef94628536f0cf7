package dev.parley.query.forum.post;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.forum.Reaction;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import dev.parley.query.forum.markup.Embed;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A post. Of one that was erased or removed only its place is shown: no content, embeds, mentions or reactions.
 *
 * @param content Markdown
 * @param html what it looks like, safe to put into a page
 * @param editedAt {@code null} unless it was
 * @param reactions those that somebody has, in the order of {@link Reaction}
 */
public record PostView(
        @JsonProperty("id") String id,
        @JsonProperty("number") long number,
        @JsonProperty("author") PersonView author,
        @JsonProperty("content") String content,
        @JsonProperty("html") String html,
        @JsonProperty("embeds") List<Embed> embeds,
        @JsonProperty("mentions") List<PersonView> mentions,
        @JsonProperty("created_at") @Milliseconds Instant createdAt,
        @JsonProperty("edited_at") @Milliseconds Instant editedAt,
        @JsonProperty("is_deleted") boolean deleted,
        @JsonProperty("reactions") Map<Reaction, ReactionView> reactions) {
    public PostView {
        embeds = List.copyOf(embeds);
        mentions = List.copyOf(mentions);
        reactions = Collections.unmodifiableMap(new TreeMap<>(reactions));
    }

    /**
     * How many people react like this.
     *
     * @param mine whether the viewer is one of them
     */
    public record ReactionView(
            @JsonProperty("count") int count,
            @JsonProperty("mine") boolean mine) {}
}
