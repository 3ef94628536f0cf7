package dev.parley.query.room.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.room.MessageId;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Instant;

/**
 * A line as one kind of viewer gets it.
 *
 * @param content empty for all but moderators when the line was removed, or its author is timed out
 * @param deletedBy who removed it; {@code null} and left out unless somebody did
 * @param hidden whether the content is held back for as long as its author is timed out; left out when not, and for
 *     lines that were removed, whose content does not come back
 */
public record MessageView(
        @JsonProperty("id") String id,
        @JsonProperty("room_id") String roomId,
        @JsonProperty("user") PersonView user,
        @JsonProperty("content") String content,
        @JsonProperty("created_at") @Milliseconds Instant createdAt,
        @JsonProperty("is_deleted") boolean deleted,

        @JsonProperty("deleted_by") @JsonInclude(JsonInclude.Include.NON_NULL)
        PersonView deletedBy,

        @JsonProperty("is_hidden") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean hidden) {

    /** A line that has just been accepted. */
    public static MessageView posted(MessageId id, PersonView author, String content, Instant at) {
        return new MessageView(id.toString(), id.room().value(), author, content, at, false, null, false);
    }

    /** The line once it was removed, for moderators. */
    public MessageView removedWithText(PersonView by) {
        return new MessageView(id, roomId, user, content, createdAt, true, by, false);
    }

    /** The line once it was removed, for all others. */
    public MessageView removed(PersonView by) {
        return new MessageView(id, roomId, user, "", createdAt, true, by, false);
    }

    /** The line while its author is timed out, for all but moderators. */
    public MessageView heldBack() {
        return new MessageView(id, roomId, user, "", createdAt, deleted, deletedBy, true);
    }
}
