package dev.parley.command.log;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** Axon's JDBC engine, set up for the event store's tables in PostgreSQL. */
final class PostgresEngine {
    private static final int EVENTS_PER_READ = 1_000;
    /** PostgreSQL's SQLSTATE. */
    private static final String UNIQUE_VIOLATION = "23505";

    private PostgresEngine() {}

    /** To be completed with what differs: upcasters, and the filter of snapshots. */
    static JdbcEventStorageEngine.Builder builder(
            DataSource database, PlatformTransactionManager transactions, Serializer events, Serializer snapshots) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(database))
                .transactionManager(new SpringTransactionManager(transactions))
                .eventSerializer(events)
                .snapshotSerializer(snapshots)
                .persistenceExceptionResolver(PostgresEngine::isUniqueViolation)
                .batchSize(EVENTS_PER_READ);
    }

    private static boolean isUniqueViolation(Exception failure) {
        return failure instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
