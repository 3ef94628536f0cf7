package dev.parley.api.room;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;

/**
 * A timeout as it stands.
 *
 * @param until first instant at which the person may write again
 */
record TimeoutView(
        @JsonProperty("user") PersonView user,
        @JsonProperty("until") @Milliseconds Instant until) {}
