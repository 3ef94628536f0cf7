package dev.parley.query.embedded;

import static org.awaitility.Awaitility.await;

import dev.parley.query.RealStores;
import dev.parley.query.search.ElasticsearchHealth;
import dev.parley.query.search.SearchAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.Status;

/** The embedded Elasticsearch, or for {@linkplain dev.parley.query.Contract contracts} a real one, up when it is given out. */
public final class ElasticsearchForTests implements AutoCloseable {
    /** Two Java machines start one after the other: 12 s on idle cores, far more on busy ones. */
    private static final Duration A_START = Duration.ofMinutes(5);

    private final Optional<Elasticsearch> embedded;
    private final SearchAddress address;

    public ElasticsearchForTests(Path directory) throws IOException {
        Optional<URI> real = RealStores.elasticsearch();
        embedded = real.isPresent() ? Optional.empty() : Optional.of(start(directory));
        address = real.map(SearchAddress::of)
                .orElseGet(() -> embedded.orElseThrow().address());
        var health = new ElasticsearchHealth(address);
        await().atMost(A_START).until(() -> health.health().getStatus().equals(Status.UP));
    }

    private static Elasticsearch start(Path directory) throws IOException {
        var elasticsearch = new Elasticsearch(
                Path.of(System.getProperty("parley.elasticsearch.home")),
                new ElasticsearchFiles(directory, freePort()));
        elasticsearch.start();
        return elasticsearch;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public SearchAddress address() {
        return address;
    }

    @Override
    public void close() {
        embedded.ifPresent(Elasticsearch::close);
    }
}
