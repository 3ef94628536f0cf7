package dev.parley.api.node;

import dev.parley.command.StoreUnavailable;
import dev.parley.command.node.RemoteAnswer;
import java.lang.reflect.Type;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;

/**
 * Has Axon Server route each query to a node that answers them; those of a node that does so itself do not leave it. What
 * comes back has failed as if it had been answered here; where no node could be reached it has with
 * {@link StoreUnavailable}.
 */
class RoutingQueryBus extends AxonServerQueryBus {
    private final AnsweringBus answering;
    private final boolean answers;

    /** @param answers whether this node is one of those that answer queries */
    RoutingQueryBus(Builder builder, AnsweringBus answering, boolean answers) {
        super(builder);
        this.answering = answering;
        this.answers = answers;
    }

    @Override
    public <R> Registration subscribe(String query, Type answer, MessageHandler<? super QueryMessage<?, R>> handler) {
        return answers ? super.subscribe(query, answer, handler) : () -> false;
    }

    @Override
    public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
        return answers ? answering.answerHere(query) : super.<Q, R>query(query).handle(RoutingQueryBus::answered);
    }

    private static <R> QueryResponseMessage<R> answered(QueryResponseMessage<R> answer, Throwable failure) {
        if (failure != null) {
            throw new CompletionException(RemoteAnswer.failure(failure));
        }
        if (answer.isExceptional()) {
            throw new CompletionException(RemoteAnswer.failure(answer.exceptionResult()));
        }
        return answer;
    }
}
