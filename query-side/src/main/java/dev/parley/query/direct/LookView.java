package dev.parley.query.direct;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.List;

/**
 * Part of a conversation, as a moderator sees it.
 *
 * @param people the two
 * @param lastRead how far each of these has read
 * @param items oldest first
 * @param next id that leads on to older messages as {@code before}, {@code null} at the beginning
 */
public record LookView(
        @JsonProperty("id") String id,
        @JsonProperty("people") List<PersonView> people,
        @JsonProperty("last_read") List<LastRead> lastRead,
        @JsonProperty("items") List<DirectMessageView> items,
        @JsonProperty("next") String next) {
    public LookView {
        people = List.copyOf(people);
        lastRead = List.copyOf(lastRead);
        items = List.copyOf(items);
    }

    /** When somebody has last read, or written, which is reading too; {@code null} for never. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record LastRead(
            @JsonProperty("user") PersonView user,
            @JsonProperty("at") @Milliseconds Instant at) {}
}
