package dev.parley.command.log;

import dev.parley.command.Commands;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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

    /** @param maxWaiting how many commands may wait at once before more are turned away */
    @Bean
    GroupingCommandBus commandBus(
            CacheCheck cached,
            @Qualifier("commandExecutor") ExecutorService executor,
            MeterRegistry meters,
            @Value("${parley.commands.max-waiting:5000}") int maxWaiting) {
        var bus = new GroupingCommandBus(
                SimpleCommandBus.builder(), new EnvelopeProvider(), cached, executor, maxWaiting);
        Gauge.builder("parley.commands.waiting", bus, GroupingCommandBus::waiting)
                .register(meters);
        return bus;
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
