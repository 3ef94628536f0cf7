package dev.parley.command.embedded;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** The event store's database in the {@code embedded} profile. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
class PostgresConfiguration {
    private static final int CONNECTIONS = 16;
    private static final int IDLE_CONNECTIONS = 4;
    private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;
    private static final int ANSWER_TIMEOUT_SECONDS = 20;

    @Bean(destroyMethod = "close")
    Postgres postgres(ObjectProvider<PostgresStart.Starting> begun, Environment environment)
            throws InterruptedException {
        return begun.getIfAvailable(() -> PostgresStart.Starting.begin(environment))
                .await();
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
        config.addDataSourceProperty("socketTimeout", ANSWER_TIMEOUT_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }
}
