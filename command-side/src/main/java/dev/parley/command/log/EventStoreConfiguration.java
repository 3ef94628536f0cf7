package dev.parley.command.log;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The event store: Axon's tables in PostgreSQL behind the group commit, snapshots, and the cache of aggregates. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {
    private static final int EVENTS_PER_SNAPSHOT = 500;
    private static final int EVENTS_PER_READ = 1_000;
    private static final int MAX_CACHED_AGGREGATES = 10_000;
    /** PostgreSQL's SQLSTATE. */
    private static final String UNIQUE_VIOLATION = "23505";

    /** The server's one clock. It ticks in milliseconds, which is how instants are stored and told. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** Event processors store their progress with what they write, not in the event store's transactions. */
    @Bean
    @Primary
    TransactionManager noTransactionManager() {
        return NoTransactionManager.INSTANCE;
    }

    @Bean
    PlatformTransactionManager platformTransactionManager(DataSource dataSource) {
        return new DataSourceTransactionManager(dataSource);
    }

    /** Transactions of the event store's database, for what is kept beside the events. */
    @Bean
    TransactionManager logTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    @Bean(defaultCandidate = false)
    JdbcEventStorageEngine jdbcEventStorageEngine(
            Configuration axon,
            ConnectionProvider connections,
            @Qualifier("logTransactionManager") TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer events,
            Serializer snapshots) {
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(events)
                .snapshotSerializer(snapshots)
                .upcasterChain(axon.upcasterChain())
                .snapshotFilter(axon.snapshotFilter())
                .persistenceExceptionResolver(EventStoreConfiguration::isUniqueViolation)
                .batchSize(EVENTS_PER_READ)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return engine;
    }

    @Bean
    GroupCommitEngine groupCommitEngine(
            @Qualifier("jdbcEventStorageEngine") JdbcEventStorageEngine engine,
            LogTransaction transaction,
            @Qualifier("eventSerializer") Serializer events,
            MeterRegistry meters) {
        return new GroupCommitEngine(engine, transaction, events, meters);
    }

    @Bean
    LogTransaction logTransaction(PlatformTransactionManager transactions, JdbcClient database) {
        return new LogTransaction(new TransactionTemplate(transactions), database);
    }

    @Bean
    EmbeddedEventStore eventStore(GroupCommitEngine engine, Clock clock) {
        GenericEventMessage.clock = clock;
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        store.registerDispatchInterceptor(new EventJournal());
        return store;
    }

    @Bean
    Cache aggregateCache() {
        return new AggregateCache(MAX_CACHED_AGGREGATES);
    }

    @Bean
    SnapshotTriggerDefinition snapshotTrigger(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
    }

    /** Takes snapshots beside the commands, not within them. */
    @Bean
    Snapshotter snapshotter(
            Configuration axon,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            EmbeddedEventStore eventStore,
            @Qualifier("logTransactionManager") TransactionManager transactions) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .handlerDefinition(handlers)
                .parameterResolverFactory(parameters)
                .eventStore(eventStore)
                .transactionManager(transactions)
                .executor(Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("snapshots").daemon().factory()))
                .build();
    }

    private static boolean isUniqueViolation(Exception failure) {
        return failure instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
