package dev.parley.query;

import com.mongodb.ConnectionString;
import dev.parley.query.live.LogListener;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The query side as the application starts it, over a log in memory whose tail is read as a node reads it. */
public final class RunningReadModel implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final EmbeddedEventStore store;
    private final Thread tail;

    public RunningReadModel(EventStorageEngine log, ConnectionString mongo) {
        context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "axon.serializer.general=jackson3",
                        "axon.serializer.messages=jackson3",
                        "axon.serializer.events=jackson3",
                        "spring.main.banner-mode=off")
                .initializers((GenericApplicationContext early) -> {
                    early.registerBean(EventStorageEngine.class, () -> log);
                    early.registerBean(ConnectionString.class, () -> mongo);
                })
                .run();
        store = context.getBean(EmbeddedEventStore.class);
        List<LogListener> listeners =
                context.getBeanProvider(LogListener.class).orderedStream().toList();
        BlockingStream<TrackedEventMessage<?>> events = store.openStream(store.createHeadToken());
        tail = Thread.ofPlatform().daemon().start(() -> follow(events, listeners));
    }

    private static void follow(BlockingStream<TrackedEventMessage<?>> events, List<LogListener> listeners) {
        try (events) {
            while (true) {
                TrackedEventMessage<?> event = events.nextAvailable();
                long position = event.trackingToken().position().orElseThrow();
                listeners.forEach(listener -> listener.on((DomainEventMessage<?>) event, position));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Appends to the log, and gives the position of the last event. */
    public long append(List<? extends DomainEventMessage<?>> events) {
        store.publish(events);
        return store.createHeadToken().position().orElseThrow();
    }

    public StreamingEventProcessor processor(String name) {
        return bean(EventProcessingConfiguration.class)
                .eventProcessor(name, StreamingEventProcessor.class)
                .orElseThrow();
    }

    public static void eventually(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                Assertions.fail("not so within " + patience);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() {
        tail.interrupt();
        SpringApplication.exit(context);
    }

    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "dev.parley.query",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "dev\\.parley\\.query\\.(live|embedded)\\..*"))
    @Import(FoldedRooms.class)
    static class Wiring {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
