package dev.parley.query;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.bson.Document;

/**
 * A MongoDB that forgets, with both drivers, and the way a batch of events takes into it: the embedded one on loopback, or
 * for {@linkplain Contract contracts} a real one, of which each has a database of its own.
 */
public final class MongoForTests implements AutoCloseable {
    private final Optional<MongoServer> embedded;
    private final ConnectionString address;
    private final MongoClientSettings settings;
    private final MongoClient writing;
    private final com.mongodb.reactivestreams.client.MongoClient reading;
    private final Writes writes;
    private final ExplainedFinds finds = new ExplainedFinds();
    private final String database;

    public MongoForTests() {
        Optional<ConnectionString> real = RealStores.mongodb();
        embedded = real.isPresent() ? Optional.empty() : Optional.of(new MongoServer(H2Backend.inMemory()));
        address =
                real.orElseGet(() -> new ConnectionString(embedded.orElseThrow().bindAndGetConnectionString()));
        database = real.isPresent() ? "parley-" + UUID.randomUUID() : "parley";
        settings = MongoClientSettings.builder(ReadModelConfiguration.settings(address, new SealForTests()))
                .addCommandListener(finds)
                .build();
        writing = MongoClients.create(settings);
        reading = com.mongodb.reactivestreams.client.MongoClients.create(settings);
        writes = new Writes(writtenDatabase(), projection -> List.of());
    }

    public ConnectionString address() {
        return address;
    }

    /** How both drivers reach it. */
    public MongoClientSettings settings() {
        return settings;
    }

    public Writes writes() {
        return writes;
    }

    /** Writes to something that stands in for the database. */
    public static Writes writesTo(com.mongodb.client.MongoDatabase standIn) {
        return new Writes(standIn, projection -> List.of());
    }

    /** What is read, where only the first run of each projection is. */
    public ReadModels readModels() {
        return readModels(database());
    }

    public static ReadModels readModels(MongoDatabase database) {
        return new ReadModels(database, collection -> collection, collection -> 1);
    }

    public MongoDatabase database() {
        return reading.getDatabase(database);
    }

    public com.mongodb.client.MongoDatabase writtenDatabase() {
        return writing.getDatabase(database);
    }

    /** The embedded one alone. */
    public void goAway() {
        embedded.orElseThrow().shutdownNow();
    }

    /** What a collection holds, by id. */
    public List<Document> documents(String collection) {
        return writtenDatabase()
                .getCollection(collection)
                .find()
                .sort(new Document("_id", 1))
                .into(new ArrayList<>());
    }

    /** Empties these collections. */
    public void drop(String... collections) {
        for (String collection : collections) {
            writtenDatabase().getCollection(collection).drop();
        }
    }

    /** Has one batch of events handled as a processor does, its writes sent when it commits. */
    public <E extends DomainEventMessage<?>> void play(Stream<E> batch, BiConsumer<Object, E> projection) {
        play(batch, projection, writes);
    }

    /** Has one batch of events handled as a processor does, what it gathered sent to its store when it commits. */
    public static <E extends DomainEventMessage<?>> void play(
            Stream<E> batch, BiConsumer<Object, E> projection, BatchSink store) {
        List<E> events = batch.toList();
        if (events.isEmpty()) {
            return;
        }
        UnitOfWork<E> unit = new BatchingUnitOfWork<>(events);
        unit.onPrepareCommit(committing -> store.flush());
        var result = unit.executeWithResult(() -> {
            projection.accept(unit.getMessage().getPayload(), unit.getMessage());
            return "handled";
        });
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
    }

    @Override
    public void close() {
        try {
            if (embedded.isEmpty()) {
                finds.requireIndexes(writtenDatabase());
                writtenDatabase().drop();
            }
        } finally {
            writing.close();
            reading.close();
            embedded.ifPresent(MongoServer::shutdownNow);
        }
    }
}
