package dev.parley.query.forum.post;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import java.time.Instant;

/**
 * What a post said from some moment on.
 *
 * @param content Markdown
 */
public record VersionView(
        @JsonProperty("content") String content,
        @JsonProperty("html") String html,
        @JsonProperty("written_at") @Milliseconds Instant writtenAt) {}
