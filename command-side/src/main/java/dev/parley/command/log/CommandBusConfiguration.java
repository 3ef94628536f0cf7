package dev.parley.command.log;

import dev.parley.command.Commands;
import dev.parley.command.node.HandlingBus;
import dev.parley.command.node.NodeSerializer;
import dev.parley.command.node.RoutingBus;
import dev.parley.kernel.node.NodeRole;
import dev.parley.kernel.node.NodeSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.AnnotationRoutingStrategy;
import org.axonframework.common.caching.Cache;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The command bus and the way to it. */
@Configuration(proxyBeanMethods = false)
class CommandBusConfiguration {

    /** A command waits for its commit, so each group has a thread of its own, and a cheap one. */
    @Bean(destroyMethod = "close")
    ExecutorService commandExecutor() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("command-", 0).factory());
    }

    @Bean
    CacheCheck cacheCheck(Cache aggregates, LogTransaction log) {
        return new CacheCheck(aggregates, log);
    }

    /** Handles what is sent in this process. */
    @Bean
    @OnPostgres
    CommandBus commandBus(Handling handling) {
        return handling.bus();
    }

    /** Handles what Axon Server routes here, and has it route what is sent. */
    @Bean("commandBus")
    @OnAxonServer
    CommandBus routingBus(
            Handling handling,
            AxonServerConnectionManager connections,
            AxonServerConfiguration server,
            Environment settings) {
        var builder = AxonServerCommandBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(server)
                .localSegment(new HandlingBus(handling.bus()))
                .serializer(NodeSerializer.create())
                .routingStrategy(AnnotationRoutingStrategy.defaultStrategy());
        return new RoutingBus(builder, NodeSettings.of(settings::getProperty).has(NodeRole.COMMAND));
    }

    /** The bus of this process; it is no bean itself, or Axon would find two. */
    record Handling(GroupingCommandBus bus) {}

    /** @param maxWaiting how many commands may wait at once before more are turned away */
    @Bean
    Handling handling(
            CacheCheck cached,
            @Qualifier("commandExecutor") ExecutorService executor,
            MeterRegistry meters,
            @Value("${parley.commands.max-waiting:5000}") int maxWaiting) {
        var bus = new GroupingCommandBus(
                SimpleCommandBus.builder(), new EnvelopeProvider(), cached, executor, maxWaiting);
        Gauge.builder("parley.commands.waiting", bus, GroupingCommandBus::waiting)
                .register(meters);
        return new Handling(bus);
    }

    @Bean
    StoredCommands storedCommands(LogReader log) {
        return new StoredCommands(log);
    }

    /** @param deadline after which a sender is told that the store does not answer */
    @Bean
    Commands commands(
            CommandBus bus,
            StoredCommands stored,
            @Qualifier("commandExecutor") ExecutorService executor,
            MeterRegistry meters,
            @Value("${parley.commands.deadline:10s}") Duration deadline) {
        return new CommandDispatcher(bus, stored, executor, meters, deadline);
    }
}
