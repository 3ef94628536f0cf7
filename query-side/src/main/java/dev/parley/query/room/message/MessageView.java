package dev.parley.query.room.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * One line of a room, as history pages and live streams show it.
 *
 * @param content empty where the line was removed or is hidden, for all but moderators
 * @param deletedBy {@code null} unless removed
 * @param isHidden whether its author is timed out at the moment
 */
@JsonNaming(SnakeCaseStrategy.class)
public record MessageView(
        String id,
        String roomId,
        PersonView user,
        String content,
        @Milliseconds Instant createdAt,
        boolean isDeleted,
        @JsonInclude(JsonInclude.Include.NON_NULL) PersonView deletedBy,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean isHidden) {

    /** The line as it was posted. */
    public static MessageView posted(String id, String roomId, PersonView user, String content, Instant createdAt) {
        return new MessageView(id, roomId, user, content, createdAt, false, null, false);
    }

    /** The line without its text, after its removal. */
    public MessageView removed(PersonView by) {
        return new MessageView(id, roomId, user, "", createdAt, true, by, false);
    }

    /** The line without its text, while its author is timed out. */
    public MessageView hidden() {
        return new MessageView(id, roomId, user, "", createdAt, false, null, true);
    }
}
