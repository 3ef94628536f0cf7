package dev.parley.query.forum.search;

import dev.parley.query.embedded.ElasticsearchForTests;
import dev.parley.query.search.SearchAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/** One embedded Elasticsearch for all tests of the forum's search: it takes its time to start. */
final class SearchServer implements BeforeAllCallback {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SearchServer.class);

    private static SearchAddress address;

    static SearchAddress address() {
        return address;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        address = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Running.class, key -> new Running(), Running.class)
                .server
                .address();
    }

    private static final class Running implements AutoCloseable {
        private final Path directory;
        private final ElasticsearchForTests server;

        Running() {
            try {
                directory = Files.createTempDirectory("forum-search");
                server = new ElasticsearchForTests(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            FileSystemUtils.deleteRecursively(directory);
        }
    }
}
