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
 * A database whose indexes and documents are stored as {@link IndexKeyType} and {@link DocumentType} say, and whose
 * collections are {@link ReadModelCollection}s. H2 gives a map that is open to whoever opens it again, so each is opened
 * here first.
 */
final class ReadModelDatabase extends H2Database {
    private static final String INDEX = "._index_";
    private static final String DOCUMENTS = "databases.";
    private static final String META = "meta.";

    private final MVStore store;

    /** Opens the database, or makes it. */
    ReadModelDatabase(String name, MVStore store, CursorRegistry cursors) {
        super(name, store, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    /** Opens what there is: not yet when it is called by the constructor above this one. */
    @Override
    protected void initializeNamespacesAndIndexes() {
        if (store != null) {
            super.initializeNamespacesAndIndexes();
        }
    }

    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        String name = getDatabaseName() + "." + collection;
        MVMap<Object, Document> documents =
                store.openMap(DOCUMENTS + name, new MVMap.Builder<Object, Document>().valueType(new DocumentType()));
        return new ReadModelCollection(
                this, collection, options, documents, store.openMap(META + name), cursorRegistry);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        store.openMap(
                getDatabaseName() + "." + collection + INDEX + index,
                new MVMap.Builder<KeyValue, Object>().keyType(new IndexKeyType()));
        return super.openOrCreateUniqueIndex(collection, index, keys, sparse);
    }
}
