package dev.parley.query.room.message;

import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.past.PastEvent;
import dev.parley.kernel.room.MessageId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.Latest;
import dev.parley.query.PersonView;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * A line as it is stored.
 *
 * @param removedBy who removed it: nobody, or one person
 */
record Line(MessageId id, UserId author, String content, Instant at, Set<UserId> removedBy) {
    static Line of(Document stored) {
        Optional<String> removedBy = Latest.read(stored, LineDocument.REMOVED_BY, String.class);
        return new Line(
                new MessageId(
                        new RoomId(stored.getString(LineDocument.ROOM)),
                        stored.getLong(LineDocument.NUMBER),
                        stored.getLong(LineDocument.SEQUENCE)),
                new UserId(stored.getString(LineDocument.AUTHOR)),
                stored.get(LineDocument.CONTENT, PersonalText.class).text(),
                stored.getDate(LineDocument.AT).toInstant(),
                removedBy.map(UserId::new).map(Set::of).orElse(Set.of()));
    }

    static Line of(PastEvent<MessagePosted> posted) {
        MessagePosted line = posted.event();
        return new Line(
                new MessageId(line.roomId(), line.number(), posted.sequence()),
                line.author(),
                line.content().text(),
                posted.at(),
                Set.of());
    }

    Line removed(UserId by) {
        return new Line(id, author, content, at, Set.of(by));
    }

    Stream<UserId> people() {
        return Stream.concat(Stream.of(author), removedBy.stream());
    }

    /** @param hidden authors whose lines are held back */
    MessageView shownTo(boolean moderator, Set<UserId> hidden, Map<UserId, PersonView> names) {
        boolean removed = !removedBy.isEmpty();
        boolean heldBack = !moderator && !removed && hidden.contains(author);
        return new MessageView(
                id.toString(),
                id.room().value(),
                names.get(author),
                removed && !moderator || heldBack ? "" : content,
                at,
                removed,
                removedBy.stream().map(names::get).findFirst().orElse(null),
                heldBack);
    }
}
