package dev.parley.query;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * How the projections read the log: each with one thread of its own, in batches, from its first event on. One that fails
 * goes back to its last stored token and tries again, for ever, with growing pauses.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
    static final List<String> PROJECTIONS = List.of(
            "rooms",
            "messages",
            "members",
            "notes",
            "conversations",
            "direct-search",
            "relations",
            "activities",
            "topics",
            "posts",
            NoticeLists.PROJECTION,
            "cases",
            "discipline",
            "appeals",
            "forum-search",
            "audit-search");

    /**
     * How long some rest at least: the audit gets every event there is, and an Elasticsearch that writes them by the
     * handful takes the machine from whoever is served.
     */
    private static final Map<String, Duration> SHORTEST_RESTS = Map.of("audit-search", Duration.ofMillis(500));

    private static final int BATCH_SIZE = 256;
    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    @Bean
    WakefulSource projectionSource(EventStore log) {
        return new WakefulSource(log);
    }

    /** Told of an event after all who keep something current, so that what the tail has seen can also be asked for. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProjectionPositions positions(
            EventStore log, ObjectProvider<BatchSink> sinks, ObjectProvider<MeterRegistry> meters) {
        var positions = new ProjectionPositions(
                log.createHeadToken(),
                projection -> CompletableFuture.allOf(
                        sinks.stream().map(sink -> sink.show(projection)).toArray(CompletableFuture[]::new)));
        meters.ifAvailable(registry -> PROJECTIONS.forEach(name -> registry.gauge(
                "parley.projection.lag", List.of(Tag.of("projection", name)), positions, at -> at.lag(name))));
        return positions;
    }

    /** Its parameters are looked up when the processors are built: the event store itself waits for this module. */
    @Bean
    ConfigurerModule projections(
            ObjectProvider<MongoDatabase> database,
            ObjectProvider<BatchSink> sinks,
            ObjectProvider<WakefulSource> source,
            ObjectProvider<ProjectionPositions> positions) {
        var outage = new Outage();
        return configurer -> configurer.eventProcessing(processing -> PROJECTIONS.forEach(name -> {
            registerTo(processing, name);
            processing.registerTokenStore(
                    name,
                    axon -> new ReadModelTokens(
                            database.getObject(),
                            sinks.stream().toList(),
                            outage,
                            () -> positions.getObject().head()));
            processing.registerPooledStreamingEventProcessor(
                    name,
                    axon -> source.getObject(),
                    (axon, processor) -> settings(name, axon, processor, positions.getObject()));
        }));
    }

    private static void registerTo(EventProcessingConfigurer processing, String name) {
        processing.registerTransactionManager(name, axon -> NoTransactionManager.instance());
        processing.registerListenerInvocationErrorHandler(name, axon -> PropagatingErrorHandler.instance());
        processing.registerErrorHandler(name, axon -> PropagatingErrorHandler.instance());
    }

    private static PooledStreamingEventProcessor.Builder settings(
            String name,
            Configuration axon,
            PooledStreamingEventProcessor.Builder processor,
            ProjectionPositions positions) {
        var log = new CatchUpLog(name, positions::head, System::nanoTime);
        Duration rest = SHORTEST_RESTS.getOrDefault(name, Duration.ZERO);
        var worker = new BatchExecutor(name, rest, () -> positions.lag(name) > BATCH_SIZE, () -> {
            axon.eventProcessingConfiguration()
                    .eventProcessor(name, StreamingEventProcessor.class)
                    .ifPresent(running -> publish(name, running, positions));
            log.at(positions.index(name));
        });
        axon.onShutdown(worker::shutdown);
        return processor
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .initialToken(source -> null)
                .batchSize(BATCH_SIZE)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(CLAIM_INTERVAL_MILLIS);
    }

    private static void publish(String name, StreamingEventProcessor processor, ProjectionPositions positions) {
        processor.processingStatus().values().forEach(status -> positions.advance(name, status.getTrackingToken()));
    }
}
