package dev.parley.query;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What a batch of events wants written: gathered in the batch's unit of work, and sent before the batch's token is
 * stored. Collections follow each other in the order in which the batch first named them; each gets one command for its
 * new documents and then one for its changes, in their order. A write that fails fails the batch, which is then retried
 * as a whole: every write must therefore leave the same document when repeated, also after later ones.
 */
public class Writes implements BatchSink {
    private static final String GATHERED = Writes.class.getName();
    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoDatabase database;
    private final Function<String, List<String>> collections;
    private final Map<String, Bson> indexes = new ConcurrentHashMap<>();
    private final Set<String> indexed = ConcurrentHashMap.newKeySet();

    /** @param collections those that the projection of a name writes */
    Writes(MongoDatabase database, Function<String, List<String>> collections) {
        this.database = database;
        this.collections = collections;
    }

    /** Has a document made, unless there is one under its id, which then stays as it is. Cheaper than {@link #add}. */
    public void insert(String collection, Document document) {
        gathered(collection).insert(document);
    }

    /** Has a document changed, or made if there is none under this id. */
    public void add(String collection, String id, Bson change) {
        gathered(collection).add(id, update(id, change));
    }

    /**
     * Like {@link #add}, for a change that says all that the one before it said: it takes the place of the batch's last
     * change to the same document if that was added here, too.
     */
    public void addLatest(String collection, String id, Bson change) {
        gathered(collection).addLatest(id, update(id, change));
    }

    /**
     * Has each of these fields set to the greater of what it holds and this. Of a document the whole batch becomes one
     * change, with the last value of each field: within a batch those of one field must not fall, as they never do
     * where they are sequence numbers or counts of one stream.
     */
    public void raise(String collection, String id, Document fields) {
        gathered(collection).raise(id, fields);
    }

    /** Declares an index, which is made before the next write to the collection. */
    public void index(String collection, Bson keys) {
        indexes.put(collection, keys);
    }

    @Override
    public void flush() {
        if (CurrentUnitOfWork.isStarted()) {
            Map<String, Gathered> all = CurrentUnitOfWork.get().getResource(GATHERED);
            if (all != null) {
                all.forEach(this::send);
                all.clear();
            }
        }
    }

    /** Whoever has no MongoDB finds no token there to claim, and so waits already. */
    @Override
    public boolean isAwayFor(String projection) {
        return false;
    }

    @Override
    public void drop(ProjectionRun run) {
        for (String written : collections.apply(run.projection())) {
            String name = run.collection(written);
            indexed.remove(name);
            database.getCollection(name).drop();
        }
    }

    private void send(String written, Gathered gathered) {
        String name = ProjectionRun.currently(written);
        MongoCollection<Document> collection = database.getCollection(name);
        Bson index = indexes.get(written);
        if (index != null && !indexed.contains(name)) {
            collection.createIndex(index);
            indexed.add(name);
        }
        if (!gathered.inserts.isEmpty()) {
            insert(collection, gathered.inserts);
        }
        List<WriteModel<Document>> changes = gathered.changesInOrder();
        if (!changes.isEmpty()) {
            collection.bulkWrite(changes);
        }
    }

    private static void insert(MongoCollection<Document> collection, List<Document> documents) {
        try {
            collection.insertMany(documents, UNORDERED);
        } catch (MongoBulkWriteException failure) {
            boolean onlyRepeated = failure.getWriteConcernError() == null
                    && failure.getWriteErrors().stream().allMatch(Writes::isRepeated);
            if (!onlyRepeated) {
                throw failure;
            }
        }
    }

    private static boolean isRepeated(BulkWriteError error) {
        return error.getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static WriteModel<Document> update(String id, Bson change) {
        return new UpdateOneModel<>(Filters.eq(id), change, UPSERT);
    }

    private static Gathered gathered(String collection) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get();
        Map<String, Gathered> all = batch.getOrComputeResource(GATHERED, key -> new LinkedHashMap<>());
        return all.computeIfAbsent(collection, key -> new Gathered());
    }

    private static final class Gathered {
        private final List<Document> inserts = new ArrayList<>();
        private final List<WriteModel<Document>> changes = new ArrayList<>();
        private final Map<String, Integer> replaceable = new HashMap<>();
        private final Map<String, Document> raised = new LinkedHashMap<>();

        void insert(Document document) {
            inserts.add(document);
        }

        void add(String id, WriteModel<Document> change) {
            replaceable.remove(id);
            changes.add(change);
        }

        void addLatest(String id, WriteModel<Document> change) {
            Integer replaced = replaceable.put(id, changes.size());
            if (replaced != null) {
                changes.set(replaced, null);
            }
            changes.add(change);
        }

        void raise(String id, Document fields) {
            raised.computeIfAbsent(id, key -> new Document()).putAll(fields);
        }

        List<WriteModel<Document>> changesInOrder() {
            changes.removeIf(Objects::isNull);
            raised.forEach((id, fields) -> changes.add(update(id, new Document("$max", fields))));
            return changes;
        }
    }
}
