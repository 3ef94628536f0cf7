package dev.parley.bench.bare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Reads every row of the log once, with one statement and a cursor that fetches 1,000 rows at a time, and does nothing with
 * them; or parses each event and opens the personal text in it, where {@code ?opened=true} asks for that.
 */
@Component
@Profile("bench")
class RawLog {
    private static final int ROWS = 1_000;
    private static final String READ = "SELECT payloadtype, payloadrevision, payload, metadata, globalindex, type,"
            + " aggregateidentifier, sequencenumber, eventidentifier, timestamp FROM domainevententry ORDER BY globalindex";
    private static final int TYPE = 1;
    private static final int REVISION = 2;
    private static final int PAYLOAD = 3;
    private static final int METADATA = 4;

    private final DataSource store;
    private final Serializer events;

    RawLog(DataSource store, @Qualifier("eventSerializer") Serializer events) {
        this.store = store;
        this.events = events;
    }

    /** @param bytes of payloads and metadata, read in so many nanoseconds */
    record Read(long events, long bytes, long nanos) {}

    Mono<ServerResponse> read(ServerRequest request) {
        boolean opened = request.queryParam("opened").isPresent();
        return Mono.fromCallable(() -> all(opened))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(read -> ServerResponse.ok().bodyValue(read));
    }

    private Read all(boolean opened) throws SQLException {
        long begin = System.nanoTime();
        long read = 0;
        long bytes = 0;
        try (Connection connection = store.getConnection()) {
            connection.setAutoCommit(false); // or the driver fetches all rows at once
            try (PreparedStatement select = connection.prepareStatement(READ)) {
                select.setFetchSize(ROWS);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        read++;
                        bytes += bytes(rows, opened);
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        return new Read(read, bytes, System.nanoTime() - begin);
    }

    private int bytes(ResultSet rows, boolean opened) throws SQLException {
        byte[] payload = rows.getBytes(PAYLOAD);
        byte[] metadata = rows.getBytes(METADATA);
        if (opened) {
            events.deserialize(serialized(payload, rows.getString(TYPE), rows.getString(REVISION)));
        }
        return payload.length + metadata.length;
    }

    private static SerializedObject<byte[]> serialized(byte[] payload, String type, String revision) {
        return new SimpleSerializedObject<>(payload, byte[].class, type, revision);
    }
}
