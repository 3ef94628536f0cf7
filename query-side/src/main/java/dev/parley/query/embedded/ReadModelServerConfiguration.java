package dev.parley.query.embedded;

import com.mongodb.ConnectionString;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** MongoDB's place in the {@code embedded} profile: the address is a bean, for whoever makes clients. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
class ReadModelServerConfiguration {
    /** @param data the server's data directory, of which this is the part {@code read-models} */
    @Bean(destroyMethod = "close")
    ReadModelServer readModelServer(@Value("${parley.data-directory}") String data) {
        Path directory = Path.of(data).toAbsolutePath().normalize();
        return ReadModelServer.start(directory.resolve("read-models"), Clock.systemUTC());
    }

    /** The bean that makes clients depends on this one, so they are closed before the server is. */
    @Bean
    ConnectionString readModelAddress(ReadModelServer server) {
        return server.address();
    }
}
