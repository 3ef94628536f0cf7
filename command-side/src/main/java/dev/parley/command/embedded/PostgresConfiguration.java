package dev.parley.command.embedded;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The event store's database in the {@code embedded} profile. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
class PostgresConfiguration {
    private static final int CONNECTIONS = 16;
    private static final int IDLE_CONNECTIONS = 4;
    private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;

    /**
     * @param data the server's data directory, of which this is the part {@code events}
     * @param programs where PostgreSQL's programs are unpacked, 60 MB: beside the data unless told otherwise, so that
     *     they have its rights, are found again at the next start, and go when the data goes
     */
    @Bean(destroyMethod = "close")
    Postgres postgres(
            @Value("${parley.data-directory}") String data,
            @Value("${parley.embedded.programs:${parley.data-directory}/programs}") String programs)
            throws IOException {
        Path directory = Path.of(data).toAbsolutePath().normalize();
        return Postgres.start(
                directory.resolve("events"),
                PostgresPrograms.below(Path.of(programs).toAbsolutePath().normalize()));
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Postgres postgres) throws IOException {
        var config = new HikariConfig();
        config.setPoolName("events");
        config.setJdbcUrl(postgres.url());
        config.setUsername(Cluster.USER);
        config.setPassword(postgres.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(IDLE_CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }
}
