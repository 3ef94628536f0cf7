package dev.parley.command.log;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** One transaction of the event store's database, and what it knows of places in the log. */
class LogTransaction {
    private final TransactionOperations transactions;
    private final JdbcClient database;

    LogTransaction(TransactionOperations transactions, JdbcClient database) {
        this.transactions = transactions;
        this.database = database;
    }

    /**
     * Runs {@code append}, which must insert events, and commits.
     *
     * @return place of the last inserted event in the log
     */
    long commit(Runnable append) {
        return transactions.execute(status -> {
            append.run();
            return database.sql("SELECT lastval()").query(Long.class).single();
        });
    }

    /** Place of the last of these events in the log, if they are stored. */
    Optional<Long> positionOf(List<? extends EventMessage<?>> events) {
        return events.isEmpty() ? Optional.of(0L) : positionOf((DomainEventMessage<?>) events.get(events.size() - 1));
    }

    private Optional<Long> positionOf(DomainEventMessage<?> event) {
        return database.sql("SELECT globalindex FROM domainevententry"
                        + " WHERE eventidentifier = ? AND aggregateidentifier = ? AND sequencenumber = ?")
                .params(event.getIdentifier(), event.getAggregateIdentifier(), event.getSequenceNumber())
                .query(Long.class)
                .optional();
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
