package dev.parley.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.parley.kernel.CannotStart;
import dev.parley.query.SearchUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class ElasticsearchSettingsTest {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final SearchIndex INDEX = new SearchIndex("p", "i", 1, "{}");

    @Test
    void askTheNextNodeOnceOneHasNotAnswered() throws Exception {
        Queue<String> asked = new ConcurrentLinkedQueue<>();
        HttpServer node = node(asked);
        URI there = URI.create("http://127.0.0.1:" + node.getAddress().getPort());
        try (SearchEngine engine =
                Engines.at(settings(List.of(NOWHERE, there), "", "", "a2V5").address())) {
            assertThatThrownBy(() -> engine.read(INDEX, "1").get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(SearchUnavailable.class);
            engine.read(INDEX, "1").get();
            engine.send("GET", "/_alias", "application/json", "");

            assertThat(asked).containsExactly("ApiKey a2V5", "ApiKey a2V5");
        } finally {
            node.stop(0);
        }
    }

    @Test
    void refuseAnAddressWithAUserInIt() {
        assertThatThrownBy(() -> settings(List.of(URI.create("https://ann:pw@one:9200")), "", "", ""))
                .isInstanceOf(CannotStart.class)
                .hasMessageNotContaining("pw");
    }

    @Test
    void takeAUserOrAKeyNotBoth() {
        assertThatThrownBy(() -> settings(List.of(NOWHERE), "ann", "s3cret", "key"))
                .isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> settings(List.of(NOWHERE), "ann", "", "")).isInstanceOf(CannotStart.class);
    }

    @Test
    void tellNoSecret() {
        ElasticsearchSettings settings = settings(List.of(NOWHERE), "ann", "s3cret", "");

        assertThat(settings + " " + settings.address().access()).doesNotContain("s3cret", "Basic");
    }

    private static HttpServer node(Queue<String> asked) throws IOException {
        HttpServer node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = "{\"docs\":[{}]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        node.start();
        return node;
    }

    private static ElasticsearchSettings settings(List<URI> nodes, String username, String password, String key) {
        return new ElasticsearchSettings(nodes, username, password, key, "", "");
    }
}
