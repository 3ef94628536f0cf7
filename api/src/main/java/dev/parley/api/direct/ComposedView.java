package dev.parley.api.direct;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.PersonView;
import dev.parley.query.direct.DirectMessageView;

/** A message that was sent, and where. */
record ComposedView(
        @JsonProperty("conversation") Summary conversation,
        @JsonProperty("message") DirectMessageView message) {

    /** @param with the recipient */
    record Summary(
            @JsonProperty("id") String id,
            @JsonProperty("with") PersonView with) {}
}
