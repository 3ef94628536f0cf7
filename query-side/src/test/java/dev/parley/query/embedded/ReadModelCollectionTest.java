package dev.parley.query.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ConflictingUpdateOperatorsException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
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

    @Test
    void anUpdateOfManyFieldsMakesTheDocumentAndChangesIt() {
        try (MVStore store = open()) {
            MongoCollection<Object> lines = lines(store);
            Document made = raise(lines, 1_000, 7);
            Document changed = raise(lines, 1_500, 5);

            assertThat(made).containsEntry("upserted", id(1)).containsEntry("n", 0);
            assertThat(changed).doesNotContainKey("upserted").containsEntry("n", 1);
            Document stored = lines.queryAll().iterator().next();
            Document counts = (Document) stored.get("counts");
            assertThat(counts).hasSize(1_500).containsEntry("f999", 7).containsEntry("f1000", 5);
        }
    }

    @Test
    void anUpdateOfManyFieldsSaysWhetherAnyChanged() {
        try (MVStore store = open()) {
            MongoCollection<Object> lines = lines(store);
            raise(lines, 1_000, 7);

            assertThat(raise(lines, 1_000, 6)).containsEntry("n", 1).containsEntry("nModified", 0);
            assertThat(raise(lines, 1_001, 6)).containsEntry("n", 1).containsEntry("nModified", 1);
        }
    }

    @Test
    void anUpdateOfManyFieldsIsRefusedWhereOneIsWithinAnother() {
        try (MVStore store = open()) {
            Document fields = fields(1_000, 7).append("counts.f3.within", 1);
            assertThatThrownBy(() -> update(lines(store), new Document("$max", fields)))
                    .isInstanceOf(ConflictingUpdateOperatorsException.class);
        }
    }

    private static Document raise(MongoCollection<Object> lines, int count, int value) {
        return update(lines, new Document("$max", fields(count, value)));
    }

    private static Document update(MongoCollection<Object> lines, Document update) {
        return lines.updateDocuments(
                new Document("_id", id(1)), update, ArrayFilters.empty(), false, true, NoopOplog.get());
    }

    private static Document fields(int count, int value) {
        Document fields = new Document();
        for (int number = 0; number < count; number++) {
            fields.append("counts.f" + number, value);
        }
        return fields;
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
