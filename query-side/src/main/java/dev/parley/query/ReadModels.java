package dev.parley.query;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What queries read: for each collection the one that holds the live version of its projection. */
@Component
public class ReadModels {
    private final MongoDatabase database;
    private final UnaryOperator<String> live;

    @Autowired
    ReadModels(MongoDatabase readDatabase, ProjectionCatalog catalog, LiveVersions versions) {
        this(
                readDatabase,
                collection -> versions.of(catalog.writerOf(collection)).collection(collection));
    }

    /** @param live gives the name of what to read for a collection */
    ReadModels(MongoDatabase readDatabase, UnaryOperator<String> live) {
        this.database = readDatabase;
        this.live = live;
    }

    public ReadModel of(String collection) {
        return new ReadModel(database, collection, live);
    }
}
