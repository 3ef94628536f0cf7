package dev.parley.query;

import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A collection as it is read: whichever version of it is live at that moment. */
public final class ReadModel {
    private final MongoDatabase database;
    private final String collection;
    private final UnaryOperator<String> live;
    private final ToLongFunction<String> generations;

    ReadModel(
            MongoDatabase database, String collection, UnaryOperator<String> live, ToLongFunction<String> generations) {
        this.database = database;
        this.collection = collection;
        this.live = live;
        this.generations = generations;
    }

    /**
     * Another number whenever what is read has become another: another version, or this one repaired. What is kept of
     * reads is kept under the number that there was before them.
     */
    public long generation() {
        return generations.applyAsLong(collection);
    }

    /** @throws com.mongodb.MongoClientException before it is known which version is live */
    public FindPublisher<Document> find(Bson filter) {
        return database.getCollection(live.apply(collection)).find(filter);
    }
}
