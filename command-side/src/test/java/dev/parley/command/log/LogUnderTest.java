package dev.parley.command.log;

import dev.parley.command.Command;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node: the log on a real database, the bus, and {@link Counter}. */
class LogUnderTest implements AutoCloseable {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Configuration axon;
    private final GroupCommitEngine engine;
    final Commands commands;

    LogUnderTest(DataSource database) {
        this(database, engine -> engine, 5_000);
    }

    LogUnderTest(DataSource database, UnaryOperator<EventStorageEngine> faulty, int maxWaiting) {
        GenericEventMessage.clock = Clock.tickMillis(ZoneOffset.UTC);
        var serializer = Jackson3Serializer.builder().build();
        var meters = new SimpleMeterRegistry();
        var transactions = new DataSourceTransactionManager(database);
        new Schema(database);
        var jdbc = PostgresEngine.builder(database, transactions, serializer, serializer)
                .build();
        JdbcClient client = JdbcClient.create(database);
        engine = new GroupCommitEngine(
                faulty.apply(jdbc),
                new LogTransaction(new TransactionTemplate(transactions), client),
                serializer,
                meters);
        var store = EmbeddedEventStore.builder().storageEngine(engine).build();
        store.registerDispatchInterceptor(new EventJournal());
        var bus = new GroupingCommandBus(SimpleCommandBus.builder(), new EnvelopeProvider(), executor, maxWaiting);
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer)
                .configureEventStore(configuration -> store)
                .configureCommandBus(configuration -> bus)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Counter.class)
                        .configureCache(configuration -> new AggregateCache(100)))
                .buildConfiguration();
        engine.start();
        axon.start();
        commands = new CommandDispatcher(bus, new StoredCommands(client, engine), executor, meters);
    }

    CompletableFuture<Outcome> send(Command command) {
        return commands.send(command, Origin.of("request-1"));
    }

    CompletableFuture<Outcome> send(Command command, String key, String digest) {
        return commands.send(command, new Origin("request-1", key, digest));
    }

    List<? extends DomainEventMessage<?>> stored(String counter) {
        return engine.readEvents(counter, 0).asStream().toList();
    }

    @Override
    public void close() {
        axon.shutdown();
        engine.stop();
        executor.close();
    }
}
