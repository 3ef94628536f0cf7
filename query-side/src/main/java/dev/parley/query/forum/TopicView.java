package dev.parley.query.forum;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;

/**
 * A topic as lists and pages show it.
 *
 * @param category its slug
 * @param slug the title as part of an address
 * @param updatedAt when its last post was accepted
 * @param postCount how many of its posts nobody has taken away, also of people whom the viewer blocks
 * @param viewCount a person counts once a day
 */
public record TopicView(
        @JsonProperty("id") String id,
        @JsonProperty("category") String category,
        @JsonProperty("title") String title,
        @JsonProperty("slug") String slug,
        @JsonProperty("author") PersonView author,
        @JsonProperty("created_at") @Milliseconds Instant createdAt,
        @JsonProperty("updated_at") @Milliseconds Instant updatedAt,
        @JsonProperty("is_closed") boolean closed,
        @JsonProperty("is_pinned") boolean pinned,
        @JsonProperty("post_count") long postCount,
        @JsonProperty("view_count") long viewCount) {}
