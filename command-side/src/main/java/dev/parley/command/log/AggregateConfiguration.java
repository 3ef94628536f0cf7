package dev.parley.command.log;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;

/** What keeps loading an aggregate cheap: the cache, and snapshots. Aggregates name these beans. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class AggregateConfiguration {
    private static final int EVENTS_PER_SNAPSHOT = 500;
    private static final int MAX_CACHED_AGGREGATES = 10_000;

    @Bean
    Cache aggregateCache() {
        return new AggregateCache(MAX_CACHED_AGGREGATES);
    }

    @Bean
    SnapshotTriggerDefinition snapshotTrigger(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, EVENTS_PER_SNAPSHOT);
    }

    /** Snapshots wait for one another here. One that is lost when the server stops is taken again later. */
    @Bean(destroyMethod = "shutdownNow")
    ExecutorService snapshotExecutor() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("snapshots").daemon().factory());
    }

    /** Takes snapshots beside the commands, not within them. */
    @Bean
    Snapshotter snapshotter(
            Configuration axon,
            HandlerDefinition handlers,
            ParameterResolverFactory parameters,
            LogStore eventStore,
            @Qualifier("logTransactionManager") TransactionManager transactions,
            @Qualifier("snapshotExecutor") ExecutorService executor) {
        return SpringAggregateSnapshotter.builder()
                .repositoryProvider(axon::repository)
                .handlerDefinition(handlers)
                .parameterResolverFactory(parameters)
                .eventStore(eventStore)
                .transactionManager(transactions)
                .executor(executor)
                .build();
    }
}
