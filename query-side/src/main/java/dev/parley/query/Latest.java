package dev.parley.query;

import com.mongodb.client.model.Updates;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A field of a document that holds what the latest event said of it, beside that event's sequence number. MongoDB orders
 * such a pair by its number first, so {@code $max} keeps the later one in whatever order, and however often, the events
 * come; and the filter stays at {@code _id}, which every MongoDB finds without a scan.
 */
public final class Latest {
    private static final String SINCE = "since";
    private static final String VALUE = "value";

    private Latest() {}

    /** Sets the field, unless a later event of the same stream has. */
    public static Bson set(String field, long sequence, Object value) {
        return Updates.max(field, of(sequence, value));
    }

    /** Sets the field, unless an earlier event of the same stream has. */
    public static Bson setOnce(String field, long sequence, Object value) {
        return Updates.min(field, of(sequence, value));
    }

    public static Document of(long sequence, Object value) {
        return new Document(SINCE, sequence).append(VALUE, value);
    }

    public static <T> Optional<T> read(Document document, String field, Class<T> type) {
        return Optional.ofNullable(document.get(field, Document.class)).map(pair -> pair.get(VALUE, type));
    }

    /** Sequence number of the event that set the field; -1 if none has. */
    public static long since(Document document, String field) {
        Document pair = document.get(field, Document.class);
        return pair == null ? -1 : pair.getLong(SINCE);
    }
}
