package dev.parley.query;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What queries read: for each collection the one that holds the live version of its projection. */
@Component
public class ReadModels {
    private final MongoDatabase database;
    private final UnaryOperator<String> live;
    private final ToLongFunction<String> generations;

    @Autowired
    ReadModels(MongoDatabase readDatabase, ProjectionCatalog catalog, LiveVersions versions) {
        this(
                readDatabase,
                collection -> versions.of(catalog.writerOf(collection)).collection(collection),
                collection -> versions.generation(catalog.writerOf(collection)));
    }

    /**
     * @param live gives the name of what to read for a collection
     * @param generations tells of a collection how often that became another
     */
    ReadModels(MongoDatabase readDatabase, UnaryOperator<String> live, ToLongFunction<String> generations) {
        this.database = readDatabase;
        this.live = live;
        this.generations = generations;
    }

    public ReadModel of(String collection) {
        return new ReadModel(database, collection, live, generations);
    }
}
