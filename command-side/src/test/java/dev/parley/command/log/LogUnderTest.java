package dev.parley.command.log;

import dev.parley.command.Command;
import dev.parley.command.Commands;
import dev.parley.command.Origin;
import dev.parley.command.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node: the log on a real database, the bus, and {@link Counter}. */
class LogUnderTest implements AutoCloseable {
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Configuration axon;
    private final GroupCommitEngine engine;
    private final StoredCommands stored;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final FaultyEngine faulty;
    final GroupingCommandBus bus;
    final Commands commands;

    LogUnderTest(DataSource database) {
        this(database, 5_000, Duration.ofSeconds(10));
    }

    LogUnderTest(DataSource database, int maxWaiting, Duration deadline) {
        GenericEventMessage.clock = Clock.tickMillis(ZoneOffset.UTC);
        new Schema(database);
        var serializer = Jackson3Serializer.builder().build();
        var transactions = new DataSourceTransactionManager(database);
        var client = JdbcClient.create(database);
        var transaction = new PostgresTransaction(new TransactionTemplate(transactions), client);
        faulty = new FaultyEngine(PostgresEngine.builder(database, transactions, serializer, serializer)
                .build());
        engine = new GroupCommitEngine(faulty, transaction, new Conditions(client), serializer, meters);
        var reader = new LogReader(client, serializer, new EventUpcasterChain());
        var store = new LogStore(engine, reader);
        var cache = new AggregateCache(100);
        bus = new GroupingCommandBus(
                SimpleCommandBus.builder(),
                new EnvelopeProvider(),
                new CacheCheck(cache, transaction),
                executor,
                maxWaiting);
        axon = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> serializer)
                .configureEventStore(configuration -> store)
                .configureCommandBus(configuration -> bus)
                .configureAggregate(
                        AggregateConfigurer.defaultConfiguration(Counter.class).configureCache(configuration -> cache))
                .buildConfiguration();
        engine.start();
        axon.start();
        stored = new StoredCommands(reader);
        commands = dispatcher(bus, deadline);
    }

    /** A way in that goes by another bus than this node's own. */
    CommandDispatcher dispatcher(CommandBus way, Duration deadline) {
        return new CommandDispatcher(way, stored, executor, meters, deadline);
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
