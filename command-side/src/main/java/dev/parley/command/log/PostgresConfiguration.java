package dev.parley.command.log;

import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The events in PostgreSQL, beside everything else that the command side keeps. */
@Configuration("postgresLogConfiguration")
@OnPostgres
class PostgresConfiguration {

    @Bean
    LogTransaction logTransaction(PlatformTransactionManager transactions, JdbcClient database) {
        return new PostgresTransaction(new TransactionTemplate(transactions), database);
    }

    @Bean
    Conditions conditions(JdbcClient database) {
        return new Conditions(database);
    }

    @Bean
    LogDatabase logDatabase(JdbcClient database) {
        return new LogDatabase(database);
    }

    @Bean(defaultCandidate = false)
    EventStorageEngine storageEngine(
            org.axonframework.config.Configuration axon,
            DataSource database,
            PlatformTransactionManager transactions,
            @Qualifier("eventSerializer") Serializer events,
            Serializer snapshots) {
        return PostgresEngine.builder(database, transactions, events, snapshots)
                .upcasterChain(axon.upcasterChain())
                .snapshotFilter(axon.snapshotFilter())
                .build();
    }
}
