package dev.parley.query.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * A collection that finds a page in the order of its ids, {@code {_id: {$gt: …}}} sorted by {@code _id} with a limit, where
 * it begins, and updates many fields of a document at once in no more time than they need. Any other query that no index
 * serves looks at all documents, and sorts those that match in memory.
 */
final class ReadModelCollection extends H2Collection {
    private static final String ID = "_id";
    private static final Document BY_ID = new Document(ID, 1);
    private static final String MODIFIED = "nModified";

    private final MVMap<Object, Document> documents;

    ReadModelCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
        this.documents = documents;
    }

    /** Nobody reads or writes between the parts of a large update. */
    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        if (isMulti || !selector.keySet().equals(BY_ID.keySet())) {
            return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
        }
        List<Document> parts = UpdateParts.of(update);
        Document result = super.updateDocuments(selector, parts.getFirst(), arrayFilters, false, isUpsert, oplog);
        for (Document part : parts.subList(1, parts.size())) {
            Document more = super.updateDocuments(selector, part, arrayFilters, false, false, oplog);
            if (!result.containsKey("upserted") && more.get(MODIFIED).equals(1)) {
                result.put(MODIFIED, 1);
            }
        }
        return result;
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skipped, int limit, int batchSize, Document fields) {
        return limit > 0 && BY_ID.equals(orderBy) && isAfterAnId(query)
                ? matchDocumentsFromStream(query, after(query), skipped, limit, batchSize, null, fields)
                : super.matchDocuments(query, orderBy, skipped, limit, batchSize, fields);
    }

    private static boolean isAfterAnId(Document query) {
        return query.size() == 1
                && query.get(ID) instanceof Document range
                && range.size() == 1
                && range.get("$gt") instanceof String;
    }

    /** From that id on, which the query itself leaves out. */
    private Stream<Document> after(Document query) {
        Cursor<Object, Document> cursor = documents.cursor(((Document) query.get(ID)).get("$gt"));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false)
                .map(id -> cursor.getValue());
    }
}
