package dev.parley.query.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadModelCollectionTest {
    private static final int DOCUMENTS = 5_000;

    @TempDir
    private Path directory;

    @Test
    void aPageInTheOrderOfIdsReadsNoOtherDocuments() {
        fill();
        long page = readsOf(afterTheHalf(), 10);
        long all = readsOf(new Document(), DOCUMENTS);

        assertThat(page).isLessThan(all / 10);
    }

    private static Document afterTheHalf() {
        return new Document("$query", new Document("_id", new Document("$gt", id(DOCUMENTS / 2))))
                .append("$orderby", new Document("_id", 1));
    }

    /** From the file, by a store that was just opened. */
    private long readsOf(Document query, int limit) {
        try (MVStore store = open()) {
            MongoCollection<Object> lines = lines(store);
            long before = store.getFileStore().getReadCount();
            var found = lines.handleQuery(new QueryParameters(query, 0, limit));
            assertThat(StreamSupport.stream(found.spliterator(), false)).hasSize(limit);
            return store.getFileStore().getReadCount() - before;
        }
    }

    private void fill() {
        try (MVStore store = open()) {
            MongoCollection<Object> lines = lines(store);
            for (int number = 0; number < DOCUMENTS; number++) {
                lines.addDocument(new Document("_id", id(number)).append("content", "x".repeat(1_000)));
            }
        }
    }

    private static MongoCollection<Object> lines(MVStore store) {
        return new ReadModelDatabase("parley", store, new CursorRegistry())
                .openOrCreateCollection("lines", CollectionOptions.withDefaults());
    }

    private MVStore open() {
        return new MVStore.Builder()
                .fileName(directory.resolve("lines.mv").toString())
                .cacheSize(1)
                .open();
    }

    private static String id(int number) {
        return "room~%05d".formatted(number);
    }
}
