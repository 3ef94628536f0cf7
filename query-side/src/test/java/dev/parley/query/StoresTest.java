package dev.parley.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoresTest {
    @ParameterizedTest
    @MethodSource
    void areAway(Exception failure) {
        assertThat(Stores.away(failure)).isTrue();
        assertThat(Stores.away(new CompletionException(new EventStoreException("reading", failure))))
                .isTrue();
    }

    static Stream<Exception> areAway() {
        return Stream.of(
                new MongoTimeoutException("no server"),
                new MongoSocketReadException("reset", new ServerAddress()),
                new SQLTransientConnectionException("no connection within 5 s"),
                new SQLException("connection refused", "08001"),
                new SQLException("terminating connection due to administrator command", "57P01"));
    }

    @ParameterizedTest
    @MethodSource
    void areThereAndRefuse(Exception failure) {
        assertThat(Stores.away(failure)).isFalse();
        assertThat(Stores.away(new CompletionException(failure))).isFalse();
    }

    static Stream<Exception> areThereAndRefuse() {
        return Stream.of(
                new MongoCommandException(new BsonDocument(), new ServerAddress()),
                new SQLException("syntax error", "42601"),
                new SQLException("no state at all"),
                new IllegalStateException("a bug"));
    }
}
