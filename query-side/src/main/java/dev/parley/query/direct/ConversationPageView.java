package dev.parley.query.direct;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.List;

/**
 * A conversation, and part of what was written in it.
 *
 * @param with the other
 * @param items oldest first
 * @param next id that leads on to older messages as {@code before}, {@code null} at the beginning
 */
public record ConversationPageView(
        @JsonProperty("id") String id,
        @JsonProperty("with") PersonView with,
        @JsonProperty("last_read") LastRead lastRead,
        @JsonProperty("items") List<DirectMessageView> items,
        @JsonProperty("next") String next) {

    public ConversationPageView {
        items = List.copyOf(items);
    }

    /** When each of the two has last read, or written, which is reading too; {@code null} for never. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record LastRead(
            @JsonProperty("me") @Milliseconds Instant me,
            @JsonProperty("them") @Milliseconds Instant them) {}
}
