package dev.parley.command.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Appending to Axon Server, within a transaction of the database beside it, which lends the locks that keep other nodes
 * from changing what a decision rests on (see {@link Conditions}) and stores nothing itself.
 */
class AxonServerTransaction implements LogTransaction {
    private final TransactionOperations transactions;
    private final AxonServerEngine engine;

    AxonServerTransaction(TransactionOperations transactions, AxonServerEngine engine) {
        this.transactions = transactions;
        this.engine = engine;
    }

    @Override
    public long commit(BooleanSupplier append) {
        boolean appended = transactions.execute(status -> append.getAsBoolean());
        return appended ? engine.head() : 0;
    }

    /** What is stored has the log's last place: none of it is behind that. One read for each, and one for that place. */
    @Override
    public Map<Place, Long> positionsOf(Collection<Place> places) {
        Map<Place, Long> stored = new HashMap<>();
        long head = engine.head();
        for (Place place : places) {
            engine.at(place.stream(), place.sequence())
                    .filter(row -> row.getEventIdentifier().equals(place.event()))
                    .ifPresent(row -> stored.put(place, head));
        }
        return stored;
    }

    @Override
    public long lastSequenceOf(String stream) {
        return engine.lastSequenceNumberFor(stream).orElse(-1L);
    }

    @Override
    public long head() {
        return engine.head();
    }
}
