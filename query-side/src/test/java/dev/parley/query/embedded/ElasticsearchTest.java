package dev.parley.query.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.query.search.ElasticsearchHealth;
import dev.parley.query.search.SearchAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class ElasticsearchTest {
    private static final Path HOME = Path.of(System.getProperty("parley.elasticsearch.home"));

    /** Two Java machines start one after the other: 12 s on idle cores, far more on busy ones. */
    private static final Duration A_START = Duration.ofMinutes(5);

    @TempDir
    Path directory;

    private ElasticsearchFiles files;

    @BeforeEach
    void picksAPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            files = new ElasticsearchFiles(directory, socket.getLocalPort());
        }
    }

    @Test
    void answersOnLoopbackAndIsGoneOnceItIsClosed() {
        try (var elasticsearch = new Elasticsearch(HOME, files)) {
            elasticsearch.start();
            var health = new ElasticsearchHealth(elasticsearch.address());
            assertThat(health.health().getStatus()).isEqualTo(Status.UNKNOWN);

            await().atMost(A_START).until(() -> health.health().getStatus().equals(Status.UP));
            assertThat(Elasticsearch.launchersOn(files)).hasSize(1);
        }
        assertThat(Elasticsearch.launchersOn(files)).isEmpty();
        assertThat(new ElasticsearchHealth(SearchAddress.of(files.address()))
                        .health()
                        .getStatus())
                .isEqualTo(new Status("DEGRADED"));
    }

    @Test
    void endsTheServerThatAnEarlierRunLeftBehind() throws Exception {
        try (var lost = new Elasticsearch(HOME, files);
                var elasticsearch = new Elasticsearch(HOME, files)) {
            lost.start();
            await().until(() -> !Elasticsearch.launchersOn(files).isEmpty());
            var leftBehind = Elasticsearch.launchersOn(files).getFirst();

            elasticsearch.start();

            assertThat(leftBehind.isAlive()).isFalse();
        }
    }

    @Test
    void isAwayWhereThereIsNoDistribution() {
        try (var elasticsearch = new Elasticsearch(directory.resolve("nowhere"), files)) {
            elasticsearch.start();

            assertThat(new ElasticsearchHealth(elasticsearch.address()).health().getStatus())
                    .isEqualTo(new Status("DEGRADED"));
        }
    }
}
