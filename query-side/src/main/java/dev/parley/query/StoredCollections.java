package dev.parley.query;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** What the runs of projections have in MongoDB. */
@Component
class StoredCollections implements RunStore {
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final int STEP = 1_000;

    private final MongoDatabase database;
    private final ProjectionCatalog catalog;

    StoredCollections(MongoDatabase writtenDatabase, ProjectionCatalog catalog) {
        this.database = writtenDatabase;
        this.catalog = catalog;
    }

    @Override
    public List<String> placesOf(String projection) {
        return catalog.collectionsOf(projection);
    }

    @Override
    public String nameOf(ProjectionRun run, String place) {
        return run.collection(place);
    }

    /** By pages in the order of ids: a cursor over all would have the embedded server hold all of it in memory. */
    @Override
    public void scan(ProjectionRun run, String place, Consumer<StoredDocument> each) {
        String last = "";
        List<Document> page;
        do {
            page = of(run, place)
                    .find(gt("_id", last))
                    .sort(ascending("_id"))
                    .limit(STEP)
                    .into(new ArrayList<>());
            for (Document document : page) {
                each.accept(stored(document));
                last = document.getString("_id");
            }
        } while (page.size() == STEP);
    }

    @Override
    public List<StoredDocument> read(ProjectionRun run, String place, Collection<String> ids) {
        return of(run, place)
                .find(in("_id", ids))
                .map(StoredCollections::stored)
                .into(new ArrayList<>());
    }

    @Override
    public void copy(ProjectionRun from, ProjectionRun to, String place, Collection<String> ids) {
        Set<String> missing = new LinkedHashSet<>(ids);
        List<WriteModel<Document>> writes = new ArrayList<>();
        of(from, place).find(in("_id", ids)).forEach(document -> {
            missing.remove(document.getString("_id"));
            writes.add(new ReplaceOneModel<>(eq(document.getString("_id")), document, UPSERT));
        });
        missing.forEach(id -> writes.add(new DeleteOneModel<>(eq(id))));
        of(to, place).bulkWrite(writes);
    }

    private MongoCollection<Document> of(ProjectionRun run, String place) {
        return database.getCollection(run.collection(place));
    }

    private static StoredDocument stored(Document document) {
        return new StoredDocument(document.getString("_id"), Digest.of(document));
    }
}
