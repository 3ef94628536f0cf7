package dev.parley.query.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;

/**
 * What somebody did elsewhere on the site.
 *
 * @param kind {@code blog}, {@code stream}, {@code team} or {@code simul}
 */
public record FeedItemView(
        @JsonProperty("user") PersonView user,
        @JsonProperty("kind") String kind,
        @JsonProperty("title") String title,
        @JsonProperty("url") String url,
        @JsonProperty("at") @Milliseconds Instant at) {}
