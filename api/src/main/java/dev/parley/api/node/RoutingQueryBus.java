package dev.parley.api.node;

import dev.parley.command.StoreUnavailable;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;

/**
 * Has Axon Server route each query to a node that answers it; one that this node answers does not leave it. What comes
 * back has failed as if it had been answered here; where no node could be reached it has with {@link StoreUnavailable}.
 */
class RoutingQueryBus extends AxonServerQueryBus {
    private final boolean answers;

    /** @param answers whether this node is one of those that answer queries */
    RoutingQueryBus(Builder builder, boolean answers) {
        super(builder);
        this.answers = answers;
    }

    @Override
    public <R> Registration subscribe(String query, Type answer, MessageHandler<? super QueryMessage<?, R>> handler) {
        return answers ? super.subscribe(query, answer, handler) : () -> false;
    }

    @Override
    public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
        return super.query(query).handle((answer, failure) -> {
            if (failure != null) {
                throw received(failure);
            }
            if (answer.isExceptional()) {
                throw received(answer.exceptionResult());
            }
            return answer;
        });
    }

    private static RuntimeException received(Throwable failure) {
        Throwable told =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        Optional<Object> details = HandlerExecutionException.resolveDetails(told);
        return details.orElse(null) instanceof QueryFailure remote
                ? remote.received()
                : new StoreUnavailable("No node has answered", failure);
    }
}
