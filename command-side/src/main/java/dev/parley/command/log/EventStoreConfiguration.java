package dev.parley.command.log;

import dev.parley.command.History;
import dev.parley.kernel.past.PastLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The event store: tables in PostgreSQL, Axon's engine on them, and the group commit before it. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    @Bean
    Schema schema(DataSource database) {
        return new Schema(database);
    }

    /** Event processors store their progress with what they write, not in the event store's transactions. */
    @Bean
    @Primary
    TransactionManager noTransactionManager() {
        return NoTransactionManager.INSTANCE;
    }

    @Bean
    PlatformTransactionManager platformTransactionManager(DataSource database) {
        return new DataSourceTransactionManager(database);
    }

    /** Transactions of the event store's database, for what is kept beside the events. */
    @Bean
    TransactionManager logTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource database) {
        return new SpringDataSourceConnectionProvider(database);
    }

    @Bean
    LogTransaction logTransaction(PlatformTransactionManager transactions, JdbcClient database) {
        return new LogTransaction(new TransactionTemplate(transactions), database);
    }

    @Bean(defaultCandidate = false)
    JdbcEventStorageEngine jdbcEventStorageEngine(
            Configuration axon,
            DataSource database,
            PlatformTransactionManager transactions,
            @Qualifier("eventSerializer") Serializer events,
            Serializer snapshots) {
        return PostgresEngine.builder(database, transactions, events, snapshots)
                .upcasterChain(axon.upcasterChain())
                .snapshotFilter(axon.snapshotFilter())
                .build();
    }

    /** @param schema must be there before anything is read or written */
    @Bean
    GroupCommitEngine groupCommitEngine(
            Schema schema,
            @Qualifier("jdbcEventStorageEngine") JdbcEventStorageEngine engine,
            LogTransaction transaction,
            JdbcClient database,
            @Qualifier("eventSerializer") Serializer events,
            MeterRegistry meters) {
        return new GroupCommitEngine(engine, transaction, new Conditions(database), events, meters);
    }

    @Bean
    LogReader logReader(
            Schema schema,
            JdbcClient database,
            @Qualifier("eventSerializer") Serializer events,
            EventUpcasterChain upcasters) {
        return new LogReader(database, events, upcasters);
    }

    @Bean
    LogPages logPages(JdbcClient database, LogReader log, Clock clock) {
        return new LogPages(database, log, clock);
    }

    /** Without what people wrote: it is left sealed. */
    @Bean(defaultCandidate = false)
    LogPages textlessLogPages(
            Schema schema,
            JdbcClient database,
            @Qualifier("textlessEventSerializer") Serializer events,
            EventUpcasterChain upcasters,
            Clock clock) {
        return new LogPages(database, new LogReader(database, events, upcasters), clock);
    }

    @Bean
    PastLog pastLog(JdbcClient database, LogReader log) {
        return new StoredPast(database, log);
    }

    @Bean
    History history(LogReader log, PastLog past, Configuration axon, GroupCommitEngine engine) {
        return new StoredHistory(log, past, new Replay(axon, engine), EventStoreConfiguration::read);
    }

    /** On a thread of its own, which gives way to commands: it may take all events of a long stream. */
    private static void read(Runnable history) {
        Thread.ofPlatform()
                .daemon()
                .name("history")
                .priority(Thread.MIN_PRIORITY)
                .start(history);
    }

    @Bean
    LogStore eventStore(GroupCommitEngine engine, LogReader logReader, Clock clock) {
        GenericEventMessage.clock = clock;
        return new LogStore(engine, logReader);
    }
}
