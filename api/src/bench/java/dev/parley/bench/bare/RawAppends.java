package dev.parley.bench.bare;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Appends events to a table like the event store's in the same PostgreSQL: each writer has a connection and a stream of
 * its own and commits each event by itself, with the fsync that the server is set to.
 */
@Component
@Profile("bench")
class RawAppends {
    private static final String TABLE = "bench_appends";
    private static final String SEQUENCE = "bench_appends_global";
    private static final List<String> SCHEMA = List.of(
            "DROP TABLE IF EXISTS " + TABLE,
            "CREATE SEQUENCE IF NOT EXISTS " + SEQUENCE,
            "CREATE TABLE " + TABLE + " (LIKE domainevententry INCLUDING ALL)",
            "ALTER TABLE " + TABLE + " ALTER COLUMN globalindex SET DEFAULT nextval('" + SEQUENCE + "')");
    /** The payload and the metadata of the newest stored line, so that what is written is of its size. */
    private static final String INSERT = "INSERT INTO " + TABLE
            + " (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp, payloadtype, payloadrevision,"
            + " payload, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String TEMPLATE = "SELECT type, timestamp, payloadtype, payloadrevision, payload, metadata"
            + " FROM domainevententry WHERE payloadtype LIKE '%MessagePosted' ORDER BY globalindex DESC LIMIT 1";

    private final HikariDataSource store;

    RawAppends(DataSource store) throws SQLException {
        this.store = store.unwrap(HikariDataSource.class);
    }

    /** @param appended events, each committed, in so many nanoseconds */
    record Appended(long appended, long nanos) {}

    Mono<ServerResponse> run(ServerRequest request) {
        int writers = Integer.parseInt(request.queryParam("writers").orElseThrow());
        Duration time =
                Duration.ofMillis(Long.parseLong(request.queryParam("millis").orElseThrow()));
        return Mono.fromCallable(() -> append(writers, time))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(appended -> ServerResponse.ok().bodyValue(appended));
    }

    private Appended append(int writers, Duration time) throws Exception {
        makeTable();
        long begin = System.nanoTime();
        Callable<Long> writer = () -> write(time);
        long appended = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<Callable<Long>> all = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                all.add(writer);
            }
            for (Future<Long> each : threads.invokeAll(all)) {
                appended += each.get();
            }
        }
        return new Appended(appended, System.nanoTime() - begin);
    }

    private long write(Duration time) throws SQLException {
        String stream = "bench~" + UUID.randomUUID();
        try (Connection connection = connect();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            fill(connection, insert);
            long end = System.nanoTime() + time.toNanos();
            long sequence = 0;
            while (System.nanoTime() < end) {
                insert.setString(1, UUID.randomUUID().toString());
                insert.setString(2, stream);
                insert.setLong(3, sequence++);
                insert.executeUpdate();
            }
            return sequence;
        }
    }

    private static void fill(Connection connection, PreparedStatement insert) throws SQLException {
        try (Statement query = connection.createStatement();
                var template = query.executeQuery(TEMPLATE)) {
            template.next();
            for (int column = 1; column <= 6; column++) {
                insert.setObject(column + 3, template.getObject(column));
            }
        }
    }

    private void makeTable() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String change : SCHEMA) {
                statement.execute(change);
            }
        }
    }

    /** A connection beside the pool, in which each statement is committed by itself. */
    private Connection connect() throws SQLException {
        return DriverManager.getConnection(store.getJdbcUrl(), store.getUsername(), store.getPassword());
    }
}
