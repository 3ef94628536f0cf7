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
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The event store: the engine for where the events are, the group commit before it, and what reads beside it. */
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

    /** @param schema must be there before anything is read or written */
    @Bean
    GroupCommitEngine groupCommitEngine(
            Schema schema,
            @Qualifier("storageEngine") EventStorageEngine engine,
            LogTransaction transaction,
            Conditions conditions,
            @Qualifier("eventSerializer") Serializer events,
            MeterRegistry meters) {
        return new GroupCommitEngine(engine, transaction, conditions, events, meters);
    }

    @Bean
    LogReader logReader(
            Schema schema,
            LogDatabase database,
            @Qualifier("eventSerializer") Serializer events,
            EventUpcasterChain upcasters) {
        return new LogReader(database.client(), events, upcasters);
    }

    @Bean
    LogPages logPages(LogDatabase database, LogReader log, Clock clock) {
        return new LogPages(database.client(), log, clock);
    }

    /** Without what people wrote: it is left sealed. */
    @Bean(defaultCandidate = false)
    LogPages textlessLogPages(
            Schema schema,
            LogDatabase database,
            @Qualifier("textlessEventSerializer") Serializer events,
            EventUpcasterChain upcasters,
            Clock clock) {
        return new LogPages(database.client(), new LogReader(database.client(), events, upcasters), clock);
    }

    @Bean
    PastLog pastLog(LogDatabase database, LogReader log) {
        return new StoredPast(database.client(), log);
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
