package dev.parley.bench.bare;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import dev.parley.query.LiveVersions;
import dev.parley.query.ProjectionCatalog;
import dev.parley.query.RunStore;
import dev.parley.query.search.SearchAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bson.Document;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Writes what a projection has stored once more, 1,000 documents at a time, into a collection or an index of its own, which
 * is then dropped. The reading is not timed.
 */
@Component
@Profile("bench")
class RawWrites {
    static final int DOCUMENTS = 1_000;

    private static final String ID = "_id";
    private static final String COPY = "bench-copy";
    private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

    private final MongoDatabase database;
    private final ProjectionCatalog catalog;
    private final LiveVersions versions;
    private final List<RunStore> stores;
    private final SearchAddress engine;

    RawWrites(
            MongoDatabase writtenDatabase,
            ProjectionCatalog catalog,
            LiveVersions versions,
            List<RunStore> stores,
            SearchAddress engine) {
        this.database = writtenDatabase;
        this.catalog = catalog;
        this.versions = versions;
        this.stores = stores;
        this.engine = engine;
    }

    /** So many documents, written in so many nanoseconds. */
    record Written(long documents, long nanos) {
        Written and(Written other) {
            return new Written(documents + other.documents, nanos + other.nanos);
        }
    }

    Mono<ServerResponse> write(ServerRequest request) {
        String projection = request.queryParam("projection").orElseThrow();
        return Mono.fromCallable(() -> all(projection))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(written -> ServerResponse.ok().bodyValue(written));
    }

    private Written all(String projection) throws Exception {
        Written all = new Written(0, 0);
        List<String> collections = catalog.collectionsOf(projection);
        for (String collection : collections) {
            all = all.and(again(versions.of(projection).collection(collection)));
        }
        List<String> indexes = stores.stream()
                .flatMap(store -> store.placesOf(projection).stream())
                .filter(Predicate.not(collections::contains))
                .toList();
        for (String index : indexes) {
            all = all.and(new RawIndexing(engine.uri(), COPY).again(index));
        }
        return all;
    }

    /** Reads by pages of ids, as the embedded store keeps all in memory that a cursor would give. */
    private Written again(String collection) {
        MongoCollection<Document> copy = database.getCollection(COPY);
        Written written = new Written(0, 0);
        try {
            for (List<Document> page = page(collection, ""); !page.isEmpty(); ) {
                String last = page.getLast().getString(ID);
                written = written.and(insert(copy, page));
                page = page(collection, last);
            }
            return written;
        } finally {
            copy.drop();
        }
    }

    private List<Document> page(String collection, String after) {
        return database.getCollection(collection)
                .find(Filters.gt(ID, after))
                .sort(Sorts.ascending(ID))
                .limit(DOCUMENTS)
                .into(new ArrayList<>());
    }

    private static Written insert(MongoCollection<Document> copy, List<Document> batch) {
        long begin = System.nanoTime();
        copy.insertMany(batch, UNORDERED);
        return new Written(batch.size(), System.nanoTime() - begin);
    }
}
