package dev.parley.query.projection;

import dev.parley.kernel.node.NodeRole;
import dev.parley.kernel.node.NodeSettings;
import dev.parley.query.BatchSink;
import dev.parley.query.LiveVersions;
import dev.parley.query.ProjectionCatalog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * How the projections read the log: each run with one thread of its own, in batches, from its first event on. One that
 * fails goes back to its last stored token and tries again, after five seconds at most, for ever.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
    @Bean
    WakefulSource projectionSource(EventStore log) {
        return new WakefulSource(log);
    }

    /** Told of an event after all who keep something current, so that what the tail has seen can also be asked for. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ProjectionPositions positions(
            EventStore log,
            ObjectProvider<BatchSink> sinks,
            ProjectionCatalog catalog,
            LiveVersions versions,
            ObjectProvider<MeterRegistry> meters) {
        var positions = new ProjectionPositions(
                log.createHeadToken(),
                versions::of,
                projection -> CompletableFuture.allOf(
                        sinks.stream().map(sink -> sink.show(projection)).toArray(CompletableFuture[]::new)));
        meters.ifAvailable(registry -> catalog.names()
                .forEach(name -> registry.gauge(
                        "parley.projection.lag",
                        List.of(Tag.of("projection", name)),
                        positions,
                        at -> at.lag(versions.of(name)))));
        return positions;
    }

    /** How many events each read model lacks, because they could not be handled, and how fast it takes others. */
    @Bean
    MeterBinder projectionMeters(ProjectionCatalog catalog, Supervisor supervisor, LiveVersions versions) {
        return meters -> catalog.names().forEach(name -> {
            Gauge.builder("parley.projection.dead.letters", supervisor, all -> all.deadLetters(name))
                    .tag("projection", name)
                    .register(meters);
            Gauge.builder("parley.projection.rate", supervisor, all -> all.perSecond(versions.of(name)))
                    .description("Events per second that the read model takes on this node")
                    .tag("projection", name)
                    .register(meters);
        });
    }

    /** Its parameters are looked up when the processors are built: the event store itself waits for this module. */
    @Bean
    ConfigurerModule projections(
            ProjectionCatalog catalog,
            ObjectProvider<RunProcessors> processors,
            ObjectProvider<Supervisor> supervisor,
            Environment settings) {
        boolean fills = NodeSettings.of(settings::getProperty).has(NodeRole.QUERY);
        Consumer<ProjectionProcessor> started = processor -> {
            if (fills) {
                supervisor.getObject().add(processor);
            } else {
                supervisor.getObject().watch();
            }
        };
        return configurer ->
                configurer.eventProcessing(processing -> catalog.names().forEach(name -> {
                    processing.registerListenerInvocationErrorHandler(name, axon -> PropagatingErrorHandler.instance());
                    processing.assignHandlerInstancesMatching(name, handler -> ProjectionCatalog.isOf(name, handler));
                    processing.registerEventProcessor(
                            name,
                            (projection, axon, handlers) -> new ProjectionProcessor(
                                    projection, run -> processors.getObject().of(run, handlers), started));
                }));
    }
}
