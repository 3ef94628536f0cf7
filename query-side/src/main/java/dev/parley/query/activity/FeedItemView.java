package dev.parley.query.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;

/**
 * What somebody wrote in the forum or did elsewhere on the site.
 *
 * @param kind {@code topic}, {@code post}, {@code blog}, {@code stream}, {@code team} or {@code simul}
 * @param title what it, or the topic, is called
 * @param url of a topic or a post as an address on this server, else a whole one
 */
public record FeedItemView(
        @JsonProperty("user") PersonView user,
        @JsonProperty("kind") String kind,
        @JsonProperty("title") String title,
        @JsonProperty("url") String url,
        @JsonProperty("at") @Milliseconds Instant at) {}
