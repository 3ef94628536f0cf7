package dev.parley.query.embedded;

import dev.parley.query.search.ElasticsearchHealth;
import dev.parley.query.search.SearchAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Search in the {@code embedded} profile: the engine starts once the server is ready, beside it. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
class ElasticsearchConfiguration {
    /**
     * @param home where the distribution is unpacked, which the build does
     * @param data the server's data directory, of which this is the part {@code search}
     */
    @Bean(destroyMethod = "close")
    Elasticsearch elasticsearch(
            @Value("${parley.elasticsearch.home}") String home, @Value("${parley.data-directory}") String data)
            throws IOException {
        Path directory = Path.of(data).toAbsolutePath().normalize();
        return new Elasticsearch(
                Path.of(home).toAbsolutePath().normalize(),
                new ElasticsearchFiles(directory.resolve("search"), freePort()));
    }

    @Bean
    SearchAddress searchAddress(Elasticsearch elasticsearch) {
        return elasticsearch.address();
    }

    @Bean
    ElasticsearchHealth elasticsearchHealthIndicator(SearchAddress address) {
        return new ElasticsearchHealth(address);
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> elasticsearchStarter(Elasticsearch elasticsearch) {
        return ready -> Thread.ofPlatform().daemon().name("elasticsearch-start").start(elasticsearch::start);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
