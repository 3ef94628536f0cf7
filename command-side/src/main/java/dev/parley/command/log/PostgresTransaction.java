package dev.parley.command.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Where the events are rows of the database. */
class PostgresTransaction implements LogTransaction {
    private final TransactionOperations transactions;
    private final JdbcClient database;

    PostgresTransaction(TransactionOperations transactions, JdbcClient database) {
        this.transactions = transactions;
        this.database = database;
    }

    @Override
    public long commit(BooleanSupplier append) {
        return transactions.execute(status -> append.getAsBoolean()
                ? database.sql("SELECT lastval()").query(Long.class).single()
                : 0L);
    }

    /** With their positions. One read. */
    @Override
    public Map<Place, Long> positionsOf(Collection<Place> places) {
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

    @Override
    public long lastSequenceOf(String stream) {
        return database.sql("SELECT coalesce(max(sequencenumber), -1) FROM domainevententry"
                        + " WHERE aggregateidentifier = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    @Override
    public long head() {
        return database.sql("SELECT coalesce(max(globalindex), 0) FROM domainevententry")
                .query(Long.class)
                .single();
    }
}
