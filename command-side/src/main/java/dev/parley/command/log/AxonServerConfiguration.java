package dev.parley.command.log;

import java.util.Optional;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The events in Axon Server; PostgreSQL has what is kept beside them. */
@Configuration(proxyBeanMethods = false)
@OnAxonServer
@EnableConfigurationProperties(AxonServerSettings.class)
class AxonServerConfiguration {
    private static final int RECONNECT_MILLIS = 500;

    @Bean
    org.axonframework.axonserver.connector.AxonServerConfiguration axonServer(AxonServerSettings settings) {
        var server = org.axonframework.axonserver.connector.AxonServerConfiguration.builder()
                .componentName("parley")
                .servers(String.join(",", settings.addresses()))
                .context(settings.context())
                .build();
        server.setReconnectInterval(RECONNECT_MILLIS);
        server.setSslEnabled(settings.tls());
        Optional.of(settings.token()).filter(given -> !given.isEmpty()).ifPresent(server::setToken);
        Optional.of(settings.certificate()).filter(given -> !given.isEmpty()).ifPresent(server::setCertFile);
        return server;
    }

    @Bean(destroyMethod = "shutdown")
    AxonServerConnectionManager axonServerConnections(
            org.axonframework.axonserver.connector.AxonServerConfiguration server) {
        return AxonServerConnectionManager.builder()
                .routingServers(server.getServers())
                .axonServerConfiguration(server)
                .build();
    }

    @Bean
    AxonServerChannel axonServerChannel(AxonServerConnectionManager connections, AxonServerSettings settings) {
        var channel = new AxonServerChannel(connections, settings);
        channel.awaitConnected();
        return channel;
    }

    @Bean(defaultCandidate = false)
    AxonServerEngine storageEngine(
            AxonServerChannel server,
            @Qualifier("eventSerializer") Serializer events,
            Serializer snapshots,
            EventUpcasterChain upcasters) {
        return new AxonServerEngine(server, events, snapshots, upcasters);
    }

    @Bean
    LogTransaction logTransaction(
            PlatformTransactionManager transactions, @Qualifier("storageEngine") AxonServerEngine engine) {
        return new AxonServerTransaction(new TransactionTemplate(transactions), engine);
    }

    @Bean
    Conditions conditions(JdbcClient database, AxonServerChannel server) {
        return new AxonServerConditions(database, server);
    }

    /** @param schema must be there before anything is copied */
    @Bean
    LogCopy logCopy(
            Schema schema,
            AxonServerChannel server,
            @Qualifier("storageEngine") AxonServerEngine engine,
            PlatformTransactionManager transactions,
            JdbcTemplate database) {
        var reactions = new ReactionTokens(engine, database);
        return new LogCopy(server, engine, reactions, new TransactionTemplate(transactions), database);
    }

    @Bean
    LogDatabase logDatabase(LogCopy copy, JdbcClient database) {
        return new LogDatabase(sql -> {
            copy.awaitCurrent();
            return database.sql(sql);
        });
    }
}
