package dev.parley.query.relations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;

/** Somebody whom a person follows, or blocks, and since when. */
public record RelatedView(
        @JsonProperty("user") PersonView user,
        @JsonProperty("since") @Milliseconds Instant since) {}
