package dev.parley.query.direct;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;

/**
 * A conversation in the list of one of the two.
 *
 * @param with the other
 * @param unread how many of the other's messages have not been read
 * @param updatedAt when the last message was sent
 */
public record ConversationView(
        @JsonProperty("id") String id,
        @JsonProperty("with") PersonView with,
        @JsonProperty("last_message") DirectMessageView lastMessage,
        @JsonProperty("unread") long unread,
        @JsonProperty("updated_at") @Milliseconds Instant updatedAt) {}
