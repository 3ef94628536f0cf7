package dev.parley.query;

import com.mongodb.ConnectionString;
import dev.parley.query.projection.RunsForTests;
import dev.parley.query.search.SearchAddress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
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
import org.springframework.context.support.GenericApplicationContext;

/** The query side as the application starts it, over a log in memory. */
public final class RunningReadModel implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConfigurableApplicationContext context;
    private final EmbeddedEventStore store;

    public RunningReadModel(EventStorageEngine log, ConnectionString mongo) {
        this(log, mongo, early -> {});
    }

    public RunningReadModel(EventStorageEngine log, ConnectionString mongo, SearchAddress search) {
        this(log, mongo, early -> early.registerBean(SearchAddress.class, () -> search));
    }

    /**
     * @param beans adds what only a test has
     * @param settings {@code name=value} each
     */
    public RunningReadModel(
            EventStorageEngine log,
            ConnectionString mongo,
            Consumer<GenericApplicationContext> beans,
            String... settings) {
        context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "axon.serializer.general=jackson3",
                        "axon.serializer.messages=jackson3",
                        "axon.serializer.events=jackson3",
                        "spring.main.banner-mode=off")
                .properties(settings)
                .initializers((GenericApplicationContext early) -> {
                    early.registerBean(EventStorageEngine.class, () -> log);
                    early.registerBean(ConnectionString.class, () -> mongo);
                    beans.accept(early);
                })
                .run();
        store = context.getBean(EmbeddedEventStore.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Appends to the log, and gives the position of the last event. */
    public long append(List<? extends DomainEventMessage<?>> events) {
        store.publish(events);
        return store.createHeadToken().position().orElseThrow();
    }

    /** Whether the first run of the projection moves on. */
    public boolean isWorked(String projection) {
        return RunsForTests.areWorked(bean(EventProcessingConfiguration.class), projection);
    }

    /** Waits for what needs a start of the processors, or MongoDB to be given up on and found again. */
    public static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                Assertions.fail("not so within " + PATIENCE);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void close() {
        SpringApplication.exit(context);
    }

    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "dev.parley.query",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "dev\\.parley\\.query\\.(embedded|roomdays)\\..*"))
    static class Wiring {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        SealForTests seal() {
            return new SealForTests();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        PastLogForTests pastLog() {
            return new PastLogForTests();
        }
    }
}
