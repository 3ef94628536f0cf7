package dev.parley.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** One PostgreSQL for all tests of this JVM, with a database of its own for whoever asks. */
public final class TestDatabase {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestDatabase() {}

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "400")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** A new, empty database. */
    public static DataSource create() {
        String name = "test" + DATABASES.incrementAndGet();
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(Server.RUNNING.getDatabase("postgres", name));
        pool.setMaximumPoolSize(4);
        pool.setMinimumIdle(0);
        return new HikariDataSource(pool);
    }
}
