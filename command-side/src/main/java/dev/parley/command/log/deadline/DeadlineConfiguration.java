package dev.parley.command.log.deadline;

import dev.parley.command.log.Schema;
import java.time.Duration;
import java.util.List;
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

/** Has deadlines kept beside the event store, in step with the progress of those who keep them. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class DeadlineConfiguration {
    private static final int BATCH = 256;

    /** After this long another server takes over from one that died, so that things end in time then too. */
    private static final Duration CLAIM = Duration.ofSeconds(5);

    /** @param schema must be there before a deadline is kept */
    @Bean
    StoredDeadlines storedDeadlines(Schema schema, JdbcClient database) {
        return new StoredDeadlines(database);
    }

    @Bean
    ConfigurerModule deadlineProcessing(
            List<DeadlineGroup> groups,
            ConnectionProvider connections,
            @Qualifier("logTransactionManager") TransactionManager transactions,
            Serializer serializer) {
        TokenStore tokens = tokens(connections, serializer);
        return configurer ->
                groups.forEach(group -> process(configurer.eventProcessing(), group.group(), tokens, transactions));
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
