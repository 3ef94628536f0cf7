package dev.parley.api.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoTimeoutException;
import dev.parley.api.problem.Problem;
import dev.parley.command.CommandRejected;
import dev.parley.command.StoreUnavailable;
import dev.parley.command.node.NodeSerializer;
import dev.parley.command.node.RemoteAnswer;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.query.ReadRefused;
import dev.parley.query.SearchUnavailable;
import java.sql.SQLTransientException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryExecutionException;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a query fails with on another node, and how it comes to the one that asked. */
class AnsweringBusTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String QUERY = "fail";

    private final Serializer serializer = NodeSerializer.create();
    private final AnsweringBus bus = new AnsweringBus(AnsweringBus.builder());

    static Stream<RuntimeException> failures() {
        return Stream.of(
                new ReadRefused(Rejection.KID_MODE, "Closed."),
                new CommandRejected(Rejection.NOT_ALLOWED, "No."),
                new CommandRejected(Rejection.TOO_MANY_TRIES, "Later.", NOON),
                new InvalidValue("limit", "1 to 100"),
                new SearchUnavailable("away", null),
                new StoreUnavailable("away", null),
                new MongoTimeoutException("away"),
                new IllegalStateException("busy", new SQLTransientException()),
                new CompletionException(new ReadRefused(Rejection.UNKNOWN_TOPIC, "None.")),
                new IllegalStateException("bug"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsWhoeverAskedTheSameAsWithoutAnotherNode(RuntimeException failure) {
        bus.subscribe(QUERY, String.class, query -> {
            throw failure;
        });

        assertThat(Problem.of(received())).isEqualTo(Problem.of(failure));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsTheSameOfWhatFailedLater(RuntimeException failure) {
        bus.subscribe(QUERY, String.class, query -> CompletableFuture.failedFuture(failure));

        assertThat(Problem.of(received())).isEqualTo(Problem.of(failure));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void changesNothingForThisNodeItself(RuntimeException failure) {
        bus.subscribe(QUERY, String.class, query -> {
            throw failure;
        });

        assertThat(bus.answerHere(query()).join().exceptionResult()).isSameAs(failure);
    }

    private Throwable received() {
        Throwable told = bus.query(query()).join().exceptionResult();
        Object details = HandlerExecutionException.resolveDetails(told).orElseThrow();
        Object read = serializer.deserialize(serializer.serialize(details, byte[].class));
        return RemoteAnswer.failure(new QueryExecutionException("Answered elsewhere", null, read));
    }

    private static QueryMessage<String, String> query() {
        return new GenericQueryMessage<>("payload", QUERY, ResponseTypes.instanceOf(String.class));
    }
}
