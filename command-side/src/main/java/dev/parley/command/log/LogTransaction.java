package dev.parley.command.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** One transaction of the event store's database, and what it knows of places in the log. */
class LogTransaction {
    private final TransactionOperations transactions;
    private final JdbcClient database;

    /** Which event, by its id, and where it stands or is to stand in its stream. */
    record Place(String event, String stream, long sequence) {
        static Place of(EventMessage<?> message) {
            var event = (DomainEventMessage<?>) message;
            return new Place(event.getIdentifier(), event.getAggregateIdentifier(), event.getSequenceNumber());
        }
    }

    LogTransaction(TransactionOperations transactions, JdbcClient database) {
        this.transactions = transactions;
        this.database = database;
    }

    /**
     * Runs {@code append} and commits.
     *
     * @param append says whether it inserted any events
     * @return place of the last inserted event in the log, 0 if there is none
     */
    long commit(BooleanSupplier append) {
        return transactions.execute(status -> append.getAsBoolean()
                ? database.sql("SELECT lastval()").query(Long.class).single()
                : 0L);
    }

    /** Of these events, those that are stored, with their positions. One read. */
    Map<Place, Long> positionsOf(Collection<Place> places) {
        Map<Place, Long> stored = new HashMap<>();
        database.sql("SELECT eventidentifier, aggregateidentifier, sequencenumber, globalindex FROM domainevententry"
                        + " WHERE eventidentifier IN (:events)")
                .param("events", places.stream().map(Place::event).distinct().toList())
                .query(row -> {
                    stored.put(new Place(row.getString(1), row.getString(2), row.getLong(3)), row.getLong(4));
                });
        stored.keySet().retainAll(places);
        return stored;
    }

    /** The last place in this stream, -1 while it is empty. One read in an index. */
    long lastSequenceOf(String stream) {
        return database.sql("SELECT coalesce(max(sequencenumber), -1) FROM domainevententry"
                        + " WHERE aggregateidentifier = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    /**
     * The last place in the log, 0 while it is empty: nothing that anybody was told of is behind it. One read in an
     * index.
     */
    long head() {
        return database.sql("SELECT coalesce(max(globalindex), 0) FROM domainevententry")
                .query(Long.class)
                .single();
    }

    /** @throws org.springframework.dao.DataAccessException if the database does not answer: nothing is stored meanwhile */
    void requireDatabase() {
        database.sql("SELECT 1").query(Integer.class).single();
    }

    /** Waits for {@code future} on a thread that may wait, and throws what it failed with. */
    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
