package dev.parley.query.direct;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.direct.DirectMessageId;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;

/** One direct message. */
public record DirectMessageView(
        @JsonProperty("id") String id,
        @JsonProperty("sender") PersonView sender,
        @JsonProperty("content") String content,
        @JsonProperty("created_at") @Milliseconds Instant createdAt) {

    /** A message that has just been accepted. */
    public static DirectMessageView sent(DirectMessageId id, PersonView sender, String content, Instant at) {
        return new DirectMessageView(id.toString(), sender, content, at);
    }
}
