package dev.parley.query.projection.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import com.mongodb.internal.bulk.WriteRequest;
import dev.parley.query.DocumentRefused;
import dev.parley.query.SearchUnavailable;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.serialization.SerializationException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlameTest {
    private static final int BAD_VALUE = 2;
    private static final int NO_ARRAY = 10_141;
    private static final int UNAUTHORIZED = 13;
    private static final int OUT_OF_DISK_SPACE = 14_031;
    private static final int DUPLICATE_KEY = 11_000;

    @ParameterizedTest
    @MethodSource
    void isOnTheEvent(Throwable failure) {
        assertThat(Blame.isOnEvent(failure)).isTrue();
        assertThat(Blame.isOnEvent(new CompletionException(failure))).isTrue();
    }

    static Stream<Throwable> isOnTheEvent() {
        return Stream.of(
                new NullPointerException(),
                new SerializationException("unreadable"),
                new EventProcessingException("deep", new StackOverflowError()),
                new AssertionError(),
                new DocumentRefused("Elasticsearch refuses a document with 400 mapper_parsing_exception"),
                new BsonMaximumSizeExceededException("too large"),
                bulk(null, BAD_VALUE),
                bulk(null, BAD_VALUE, NO_ARRAY),
                command(BAD_VALUE));
    }

    @ParameterizedTest
    @MethodSource
    void isOnSomethingThatPasses(Throwable failure) {
        assertThat(Blame.isOnEvent(failure)).isFalse();
        assertThat(Blame.isOnEvent(new IllegalStateException(failure))).isFalse();
    }

    static Stream<Throwable> isOnSomethingThatPasses() {
        return Stream.of(
                new MongoTimeoutException("no server"),
                new MongoSocketReadException("reset", new ServerAddress()),
                new MongoSecurityException(null, "password changed"),
                new MongoInterruptedException("stopping", new InterruptedException()),
                new MongoNotPrimaryException(new BsonDocument(), new ServerAddress()),
                command(UNAUTHORIZED),
                bulk(null, BAD_VALUE, OUT_OF_DISK_SPACE),
                bulk(null, DUPLICATE_KEY),
                bulk(new WriteConcernError(64, "WriteConcernFailed", "", new BsonDocument()), BAD_VALUE),
                new SearchUnavailable("Elasticsearch refuses a document with 403", null),
                new SerializationException("no key", new SQLException("connection refused", "08001")),
                new IOException("reset"),
                new InterruptedException(),
                new OutOfMemoryError(),
                new NoClassDefFoundError("a jar that was replaced"));
    }

    @Test
    void tellsNothingOfWhatWasHandledNorOfWhatTheServerIsMadeOf() {
        assertThat(Blame.kindOf(new IllegalArgumentException("a secret"))).isEqualTo("projection-fails");
        assertThat(Blame.kindOf(bulk(null, BAD_VALUE))).isEqualTo("store-refuses");
        assertThat(Blame.kindOf(command(BAD_VALUE))).isEqualTo("store-refuses");
        assertThat(Blame.kindOf(new DocumentRefused("a secret"))).isEqualTo("store-refuses");
    }

    private static MongoCommandException command(int code) {
        var answer = new BsonDocument("code", new BsonInt32(code)).append("errmsg", new BsonString("a secret"));
        return new MongoCommandException(answer, new ServerAddress());
    }

    private static MongoBulkWriteException bulk(WriteConcernError concern, int... codes) {
        List<BulkWriteError> errors = Arrays.stream(codes)
                .mapToObj(code -> new BulkWriteError(code, "a secret", new BsonDocument(), 0))
                .toList();
        return new MongoBulkWriteException(
                BulkWriteResult.acknowledged(WriteRequest.Type.UPDATE, 0, 0, List.of(), List.of()),
                errors,
                concern,
                new ServerAddress(),
                Set.of());
    }
}
