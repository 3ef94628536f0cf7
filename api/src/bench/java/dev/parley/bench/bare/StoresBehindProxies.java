package dev.parley.bench.bare;

import com.mongodb.ConnectionString;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.query.search.SearchAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Has the server reach its stores at other ports, {@code bench.proxies.postgres} and so on, where another program stands
 * between the two. Where the stores really are is written to files of those names in {@code bench.proxies.directory}.
 */
@Component
@Profile("bench")
@ConditionalOnProperty("bench.proxies.directory")
class StoresBehindProxies implements BeanPostProcessor {
    private final Path directory;
    private final int postgres;
    private final int mongodb;
    private final int elasticsearch;

    StoresBehindProxies(
            @Value("${bench.proxies.directory}") Path directory,
            @Value("${bench.proxies.postgres}") int postgres,
            @Value("${bench.proxies.mongodb}") int mongodb,
            @Value("${bench.proxies.elasticsearch}") int elasticsearch) {
        this.directory = directory;
        this.postgres = postgres;
        this.mongodb = mongodb;
        this.elasticsearch = elasticsearch;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case HikariDataSource database -> moved(database);
            case ConnectionString address -> moved(address);
            case SearchAddress address -> moved(address);
            default -> bean;
        };
    }

    private HikariDataSource moved(HikariDataSource database) {
        URI address = URI.create(database.getJdbcUrl().substring("jdbc:".length()));
        tell("postgres", address.getPort());
        var config = new HikariConfig();
        database.copyStateTo(config);
        database.close();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + postgres + address.getPath());
        return new HikariDataSource(config);
    }

    private ConnectionString moved(ConnectionString address) {
        String host = address.getHosts().getFirst();
        tell("mongodb", Integer.parseInt(host.substring(host.lastIndexOf(':') + 1)));
        return new ConnectionString("mongodb://127.0.0.1:" + mongodb);
    }

    private SearchAddress moved(SearchAddress address) {
        tell("elasticsearch", address.uri().getPort());
        return new SearchAddress(URI.create("http://127.0.0.1:" + elasticsearch), address.starting());
    }

    private void tell(String store, int port) {
        try {
            Files.writeString(directory.resolve(store), Integer.toString(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
