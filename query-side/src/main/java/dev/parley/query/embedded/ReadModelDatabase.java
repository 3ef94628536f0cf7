package dev.parley.query.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * A database whose indexes and documents are stored as {@link IndexKeyType} and {@link DocumentType} say. H2 gives a map
 * that is open to whoever opens it again, so each is opened here first.
 */
final class ReadModelDatabase extends H2Database {
    private static final String INDEX = "._index_";
    private static final String DOCUMENTS = "databases.";
    /** Names the collections, and is made first. */
    private static final String NAMESPACES = ".system.namespaces";

    private final MVStore store;

    private ReadModelDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, store, cursors); // opens what there is, and so must find it open
        this.store = store;
    }

    /** Opens the database, or makes it. */
    static ReadModelDatabase open(String name, MVStore store, CursorRegistry cursors) {
        openDocuments(store, DOCUMENTS + name + NAMESPACES);
        for (String map : store.getMapNames()) {
            if (map.startsWith(DOCUMENTS)) {
                openDocuments(store, map);
            } else if (map.contains(INDEX)) {
                openIndex(store, map);
            }
        }
        return new ReadModelDatabase(name, store, cursors);
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        if (store != null) {
            openDocuments(store, DOCUMENTS + getDatabaseName() + "." + collection);
        }
        return super.openOrCreateCollection(collection, options);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        if (store != null) {
            openIndex(store, getDatabaseName() + "." + collection + INDEX + index);
        }
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    }

    private static void openDocuments(MVStore store, String map) {
        store.openMap(map, new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
    }

    private static void openIndex(MVStore store, String map) {
        store.openMap(map, new MVMap.Builder<KeyValue, Object>().keyType(new IndexKeyType()));
    }
}
