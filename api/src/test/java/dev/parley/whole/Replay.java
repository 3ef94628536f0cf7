package dev.parley.whole;

import com.mongodb.client.MongoDatabase;
import dev.parley.api.stack.Stack;
import dev.parley.query.BatchSink;
import dev.parley.query.Projection;
import dev.parley.query.ProjectionCatalog;
import dev.parley.query.ProjectionRun;
import dev.parley.query.RunStore;
import dev.parley.query.search.SearchAddress;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All projections there are, given events in batches as their processors give them: into runs of their own, beside what
 * is read.
 */
final class Replay {
    private static final JsonWriterSettings TYPED =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final ProjectionCatalog catalog;
    private final List<Object> projections;
    private final List<BatchSink> sinks;
    private final ParameterResolverFactory parameters;
    private final MongoDatabase database;
    private final StoredRows rows;
    private final List<RunStore> stores;
    private final int version;

    /** @param version of the runs, which nobody else fills */
    Replay(Stack stack, int version) {
        this.catalog = stack.part(ProjectionCatalog.class);
        this.projections = stack.partsWith(Projection.class);
        this.sinks = stack.parts(BatchSink.class);
        this.parameters = stack.part(ParameterResolverFactory.class);
        this.database = stack.part(MongoDatabase.class);
        this.rows = new StoredRows(database, stack.part(SearchAddress.class));
        this.stores = stack.parts(RunStore.class);
        this.version = version;
    }

    /**
     * What all of them have stored after these batches, each from an empty store on: documents by their places, to the
     * byte and the type of each value, with fields in the order of the alphabet. In the store they stand in that in which
     * they came first, which follows from where batches ended.
     */
    SortedMap<String, String> of(List<List<TrackedEventMessage<?>>> batches) {
        SortedMap<String, String> stored = new TreeMap<>();
        catalog.names().forEach(name -> stored.putAll(of(new ProjectionRun(name, version), batches)));
        return stored;
    }

    private SortedMap<String, String> of(ProjectionRun run, List<List<TrackedEventMessage<?>>> batches) {
        List<EventMessageHandler> handlers = projections.stream()
                .filter(handler -> ProjectionCatalog.isOf(run.projection(), handler))
                .<EventMessageHandler>map(handler -> new AnnotationEventHandlerAdapter(handler, parameters))
                .toList();
        sinks.stream().filter(sink -> sink.isLostFor(run)).forEach(sink -> sink.beginAnew(run));
        try {
            batches.forEach(batch -> play(run, handlers, batch));
            return stored(run);
        } finally {
            sinks.forEach(sink -> sink.drop(run));
        }
    }

    private void play(ProjectionRun run, List<EventMessageHandler> handlers, List<TrackedEventMessage<?>> batch) {
        UnitOfWork<TrackedEventMessage<?>> unit = new BatchingUnitOfWork<>(batch);
        unit.onPrepareCommit(committing -> sinks.forEach(BatchSink::flush));
        var result = unit.executeWithResult(() -> {
            run.enter(unit);
            for (EventMessageHandler handler : handlers) {
                handler.handle(unit.getMessage());
            }
            return true;
        });
        if (result.isExceptional()) {
            throw new IllegalStateException(run.name(), result.exceptionResult());
        }
    }

    private SortedMap<String, String> stored(ProjectionRun run) {
        SortedMap<String, String> stored = new TreeMap<>();
        List<String> collections = catalog.collectionsOf(run.projection());
        collections.forEach(collection -> database.getCollection(run.collection(collection), BsonDocument.class)
                .find()
                .forEach(document -> stored.put(
                        collection + "/" + document.getString("_id").getValue(),
                        ((BsonDocument) sorted(document)).toJson(TYPED))));
        indexes(run, collections)
                .forEach(index -> rows.found(run.index(index + "-v*"))
                        .forEach(hit -> stored.put(
                                index + "/" + hit.path("_id").asString(),
                                SORTED.writeValueAsString(SORTED.treeToValue(hit.path("_source"), Object.class)))));
        return stored;
    }

    private static BsonValue sorted(BsonValue value) {
        if (value instanceof BsonDocument document) {
            var sorted = new BsonDocument();
            new TreeMap<>(document).forEach((name, field) -> sorted.append(name, sorted(field)));
            return sorted;
        }
        return value instanceof BsonArray array
                ? new BsonArray(array.stream().map(Replay::sorted).toList())
                : value;
    }

    private Stream<String> indexes(ProjectionRun run, List<String> collections) {
        return stores.stream()
                .flatMap(store -> store.placesOf(run.projection()).stream())
                .filter(place -> !collections.contains(place));
    }
}
