package dev.parley.command.log;

import java.time.Duration;
import java.util.function.Function;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Processors that react to events and keep what they need for it beside the event store: in step with their own progress,
 * in one transaction. What fails is tried again, and nothing after it is handled before.
 */
@Component
public class StepProcessing {
    private static final int BATCH = 256;

    /** After this long another server takes over from one that died. */
    private static final Duration CLAIM = Duration.ofSeconds(5);

    private final TokenStore tokens;
    private final TransactionManager transactions;

    StepProcessing(
            ConnectionProvider connections,
            @Qualifier("logTransactionManager") TransactionManager transactions,
            Serializer serializer) {
        this.transactions = transactions;
        this.tokens = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .claimTimeout(CLAIM)
                .build();
    }

    /** Has the handlers of this group driven so, from the beginning of the log on. */
    public void register(Configurer axon, String group) {
        register(axon, group, StreamableMessageSource::createTailToken);
    }

    /** Has the handlers of this group driven so, from the first start with them on. */
    public void registerFromNow(Configurer axon, String group) {
        register(axon, group, StreamableMessageSource::createHeadToken);
    }

    private void register(
            Configurer axon,
            String group,
            Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken> beginning) {
        axon.eventProcessing()
                .registerTokenStore(group, configuration -> tokens)
                .registerTransactionManager(group, configuration -> transactions)
                .registerListenerInvocationErrorHandler(group, configuration -> PropagatingErrorHandler.INSTANCE)
                .registerPooledStreamingEventProcessor(
                        group,
                        Configuration::eventStore,
                        (configuration, processor) -> processor
                                .initialSegmentCount(1)
                                .batchSize(BATCH)
                                .initialToken(beginning)
                                .tokenClaimInterval(CLAIM.dividedBy(2).toMillis())
                                .claimExtensionThreshold(CLAIM.dividedBy(2).toMillis()));
    }
}
