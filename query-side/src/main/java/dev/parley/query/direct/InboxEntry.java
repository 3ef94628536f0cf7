package dev.parley.query.direct;

import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Latest;
import dev.parley.query.PersonField;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/**
 * One of a person's conversations, as it is in their inbox.
 *
 * @param last number of the last message, which was sent {@code at}
 * @param position in the log of the last message, or of the last time one of the two has read
 * @param hidden whether the person hides it until the next message
 */
record InboxEntry(
        ConversationId conversation, UserId with, long last, Instant at, long position, long unread, boolean hidden) {

    /** Empty as long as no message of it is stored. */
    static Optional<InboxEntry> of(UserId person, String field, Document stored) {
        UserId with = PersonField.person(field);
        long last = Latest.since(stored, InboxDocument.LAST);
        return Latest.read(stored, InboxDocument.LAST, Date.class)
                .map(at -> new InboxEntry(
                        ConversationId.of(person, with),
                        with,
                        last,
                        at.toInstant(),
                        stored.get(InboxDocument.POSITION, 0L),
                        Math.max(0, stored.get(InboxDocument.THEIRS, 0L) - stored.get(InboxDocument.HEARD, 0L)),
                        stored.get(InboxDocument.HIDDEN, 0L) >= last));
    }
}
