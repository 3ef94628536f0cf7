package dev.parley.command.log;

import dev.parley.command.Commands;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command bus and the way to it. */
@Configuration(proxyBeanMethods = false)
class CommandBusConfiguration {

    /** A command waits for its commit, so each group has a thread of its own, and a cheap one. */
    @Bean(destroyMethod = "close")
    ExecutorService commandExecutor() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("command-", 0).factory());
    }

    /** @param maxWaiting how many commands may wait at once before more are turned away */
    @Bean
    GroupingCommandBus commandBus(
            @Qualifier("commandExecutor") ExecutorService executor,
            MeterRegistry meters,
            @Value("${parley.commands.max-waiting:5000}") int maxWaiting) {
        var bus = new GroupingCommandBus(SimpleCommandBus.builder(), new EnvelopeProvider(), executor, maxWaiting);
        Gauge.builder("parley.commands.waiting", bus, GroupingCommandBus::waiting)
                .register(meters);
        return bus;
    }

    @Bean
    Commands commands(
            CommandBus bus,
            JdbcClient database,
            GroupCommitEngine engine,
            @Qualifier("commandExecutor") ExecutorService executor,
            MeterRegistry meters) {
        return new CommandDispatcher(bus, new StoredCommands(database, engine), executor, meters);
    }
}
