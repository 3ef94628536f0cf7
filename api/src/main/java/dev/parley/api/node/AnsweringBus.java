package dev.parley.api.node;

import java.util.concurrent.CompletableFuture;
import org.axonframework.queryhandling.GenericQueryResponseMessage;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queries that this node answers for others: failures are answered as {@link QueryFailure}. */
class AnsweringBus extends SimpleQueryBus {
    private static final Logger LOG = LoggerFactory.getLogger(AnsweringBus.class);

    AnsweringBus(Builder builder) {
        super(builder);
    }

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
        QueryFailure told = QueryFailure.of(failure);
        if (told.kind() == QueryFailure.Kind.BUG) {
            LOG.error("{} failed for another node", query.getQueryName(), failure);
        }
        return new GenericQueryResponseMessage<>(
                query.getResponseType().responseMessagePayloadType(), told.sent(failure));
    }
}
