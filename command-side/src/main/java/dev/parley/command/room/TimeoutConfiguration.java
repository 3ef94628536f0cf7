package dev.parley.command.room;

import dev.parley.command.Commands;
import dev.parley.command.log.Schema;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Has timeouts ended when they are over. What is due is kept beside the event store, in step with its own progress. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TimeoutConfiguration {
    private static final int BATCH = 256;

    /** After this long another server takes over from one that died, so that timeouts end in time then too. */
    private static final Duration CLAIM = Duration.ofSeconds(5);

    /** @param schema must be there before a timeout is kept */
    @Bean
    DueTimeouts dueTimeouts(Schema schema, JdbcClient database) {
        return new DueTimeouts(database);
    }

    @Bean
    WhenTimeoutRunsOutThenEndIt whenTimeoutRunsOutThenEndIt(DueTimeouts due, Commands commands, Clock clock) {
        return new WhenTimeoutRunsOutThenEndIt(due, commands, clock);
    }

    @Bean
    ConfigurerModule timeoutProcessing(
            ConnectionProvider connections,
            @Qualifier("logTransactionManager") TransactionManager transactions,
            Serializer serializer) {
        TokenStore tokens = tokens(connections, serializer);
        return configurer ->
                process(configurer.eventProcessing(), WhenTimeoutRunsOutThenEndIt.GROUP, tokens, transactions);
    }

    private static void process(
            EventProcessingConfigurer events, String group, TokenStore tokens, TransactionManager transactions) {
        events.registerTokenStore(group, axon -> tokens)
                .registerTransactionManager(group, axon -> transactions)
                .registerPooledStreamingEventProcessor(
                        group,
                        org.axonframework.config.Configuration::eventStore,
                        (axon, processor) -> processor
                                .initialSegmentCount(1)
                                .batchSize(BATCH)
                                .tokenClaimInterval(CLAIM.dividedBy(2).toMillis())
                                .claimExtensionThreshold(CLAIM.dividedBy(2).toMillis()));
    }

    private static TokenStore tokens(ConnectionProvider connections, Serializer serializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .claimTimeout(CLAIM)
                .build();
    }
}
