package dev.parley.query.direct;

import dev.parley.kernel.member.UserId;
import dev.parley.query.Latest;
import dev.parley.query.PersonField;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;

/**
 * How far a conversation is stored.
 *
 * @param last number of the last message, 0 before the first
 * @param marks how far each has read who has at all
 */
record Head(long last, Map<UserId, Mark> marks) {
    static final Head NONE = new Head(0, Map.of());

    /**
     * How far one of the two has read.
     *
     * @param position in the log
     */
    record Mark(long upTo, Instant at, long position) {}

    static Head of(Document stored) {
        Map<UserId, Mark> marks = new HashMap<>();
        Document read = stored.get(DirectDocument.READ, new Document());
        read.keySet()
                .forEach(reader -> Latest.read(read, reader, Document.class)
                        .ifPresent(mark -> marks.put(PersonField.person(reader), mark(mark))));
        return new Head(stored.get(DirectDocument.LAST, 0L), marks);
    }

    private static Mark mark(Document stored) {
        return new Mark(
                stored.getLong(DirectDocument.UP_TO),
                stored.getDate(DirectDocument.AT).toInstant(),
                stored.getLong(DirectDocument.POSITION));
    }
}
