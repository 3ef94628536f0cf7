package dev.parley.query.embedded;

import static org.awaitility.Awaitility.await;

import dev.parley.query.RealStores;
import dev.parley.query.search.ElasticsearchHealth;
import dev.parley.query.search.SearchAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.FileSystemUtils;

/**
 * One embedded Elasticsearch for all tests of this JVM that are extended with it, or for {@linkplain
 * dev.parley.query.Contract contracts} a real one: it takes its time to start. It is up when a test class begins, and may
 * hold indexes that others have left there.
 */
public final class ElasticsearchForTests implements BeforeAllCallback {
    private static final Namespace NAMESPACE = Namespace.create(ElasticsearchForTests.class);

    /** Two Java machines start one after the other: 12 s on idle cores, far more on busy ones. */
    private static final Duration A_START = Duration.ofMinutes(5);

    private static SearchAddress address;

    public static SearchAddress address() {
        return address;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        address = RealStores.elasticsearch().map(SearchAddress::of).orElseGet(() -> embedded(context));
        var health = new ElasticsearchHealth(address);
        await().atMost(A_START).until(() -> health.health().getStatus().equals(Status.UP));
    }

    private static SearchAddress embedded(ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(Running.class, key -> new Running(), Running.class)
                .server
                .address();
    }

    private static final class Running implements AutoCloseable {
        private final Path directory;
        private final Elasticsearch server;

        Running() {
            try {
                directory = Files.createTempDirectory("elasticsearch-test");
                server = new Elasticsearch(
                        Path.of(System.getProperty("parley.elasticsearch.home")),
                        new ElasticsearchFiles(directory, freePort()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.start();
        }

        private static int freePort() throws IOException {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            FileSystemUtils.deleteRecursively(directory);
        }
    }
}
