package dev.parley.query.embedded;

import static org.awaitility.Awaitility.await;

import dev.parley.query.search.ElasticsearchHealth;
import dev.parley.query.search.SearchAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.health.contributor.Status;

/** The embedded Elasticsearch, up when it is given out. */
public final class ElasticsearchForTests implements AutoCloseable {
    /** Two Java machines start one after the other: 12 s on idle cores, far more on busy ones. */
    private static final Duration A_START = Duration.ofMinutes(5);

    private final Elasticsearch elasticsearch;

    public ElasticsearchForTests(Path directory) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            elasticsearch = new Elasticsearch(
                    Path.of(System.getProperty("parley.elasticsearch.home")),
                    new ElasticsearchFiles(directory, socket.getLocalPort()));
        }
        elasticsearch.start();
        var health = new ElasticsearchHealth(elasticsearch.address());
        await().atMost(A_START).until(() -> health.health().getStatus().equals(Status.UP));
    }

    public SearchAddress address() {
        return elasticsearch.address();
    }

    @Override
    public void close() {
        elasticsearch.close();
    }
}
