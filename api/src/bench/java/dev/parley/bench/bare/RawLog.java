package dev.parley.bench.bare;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads every row of the log once, 1,000 at a time, by its position, and does nothing with them. */
@Component
@Profile("bench")
class RawLog {
    private static final int ROWS = 1_000;
    private static final String READ = "SELECT globalindex, type, aggregateidentifier, sequencenumber, eventidentifier,"
            + " timestamp, payloadtype, payloadrevision, payload, metadata FROM domainevententry"
            + " WHERE globalindex > ? ORDER BY globalindex LIMIT " + ROWS;
    private static final int PAYLOAD = 9;
    private static final int METADATA = 10;

    private final DataSource store;

    RawLog(DataSource store) {
        this.store = store;
    }

    /** @param bytes of payloads and metadata, read in so many nanoseconds */
    record Read(long events, long bytes, long nanos) {}

    Mono<ServerResponse> read(ServerRequest request) {
        return Mono.fromCallable(this::all)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(read -> ServerResponse.ok().bodyValue(read));
    }

    private Read all() throws SQLException {
        long begin = System.nanoTime();
        long events = 0;
        long bytes = 0;
        try (Connection connection = store.getConnection();
                PreparedStatement select = connection.prepareStatement(READ)) {
            long position = 0;
            long before;
            do {
                before = events;
                select.setLong(1, position);
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        events++;
                        position = rows.getLong(1);
                        bytes += rows.getBytes(PAYLOAD).length + rows.getBytes(METADATA).length;
                    }
                }
            } while (events - before == ROWS);
        }
        return new Read(events, bytes, System.nanoTime() - begin);
    }
}
