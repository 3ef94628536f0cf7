package dev.parley.api.node;

import dev.parley.command.node.HandlerFailure;
import dev.parley.kernel.Failures;
import dev.parley.kernel.node.RemoteFailure;
import dev.parley.query.ReadRefused;
import dev.parley.query.Stores;
import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queries that this node answers: to others failures are told as {@link RemoteFailure}. */
class AnsweringBus extends SimpleQueryBus {
    private static final Logger LOG = LoggerFactory.getLogger(AnsweringBus.class);

    AnsweringBus(Builder builder) {
        super(builder);
    }

    /** For this node itself: failures are what they are. */
    <Q, R> CompletableFuture<QueryResponseMessage<R>> answerHere(QueryMessage<Q, R> query) {
        return super.query(query);
    }

    /** For another node. */
    @Override
    public <Q, R> CompletableFuture<QueryResponseMessage<R>> query(QueryMessage<Q, R> query) {
        return super.query(query).handle((answer, failure) -> {
            if (failure != null) {
                return failed(query, failure);
            }
            return answer.isExceptional() ? failed(query, answer.exceptionResult()) : answer;
        });
    }

    private static <R> QueryResponseMessage<R> failed(QueryMessage<?, R> query, Throwable failure) {
        Throwable told = Failures.told(failure);
        RemoteFailure remote = remote(told);
        if (remote instanceof HandlerFailure.Bug) {
            LOG.error("{} failed for another node", query.getQueryName(), told);
        }
        // Axon takes the details of this exception along, and of no other
        var sent = new QueryExecutionException(String.valueOf(told.getMessage()), told, remote);
        return new GenericQueryResponseMessage<>(query.getResponseType().responseMessagePayloadType(), sent);
    }

    private static RemoteFailure remote(Throwable failure) {
        if (failure instanceof ReadRefused refused) {
            return new ReadRefusal(refused.rule(), refused.getMessage());
        }
        return Stores.away(failure)
                ? new HandlerFailure.Away(String.valueOf(failure.getMessage()))
                : HandlerFailure.of(failure);
    }
}
