package dev.parley.api.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.parley.api.stack.Stack;
import dev.parley.load.ApiClient;
import dev.parley.load.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What one request leads to is told to a collector under one trace, by every part of the server. */
class TracingTest {
    /** Spans are sent every 5 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private HttpServer collector;

    @BeforeEach
    void collect() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            synchronized (received) {
                exchange.getRequestBody().transferTo(received);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    @Test
    void goesFromTheRequestToEveryoneWhoHearsOfIt() throws IOException {
        String endpoint = "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
        try (Stack stack = Stack.start(
                        "--parley.tracing.enabled=true",
                        "--parley.tracing.share=1",
                        "--parley.tracing.endpoint=" + endpoint);
                ApiClient api = new ApiClient(stack.port())) {
            Person ann = api.token("ann", "user");
            api.get(ann.headers(), "/api/settings").orFail("the first request");
            String room = api.openTeam(api.token("site", "service"), "t1", List.of(ann));
            List<String> headers = new ArrayList<>(ann.headers());
            headers.add("traceparent: 00-" + TRACE + "-b7ad6b7169203331-01");
            api.send("POST", "/api/chat/" + room + "/messages", headers, "{\"content\":\"Hello\"}")
                    .orFail("a line");

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(received())
                            .contains(new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1))
                            .contains("POST /api/chat/{roomId}/messages", "PostMessage", "MessagePosted")
                            .contains("messages MessagePosted", "live MessagePosted"));
        }
    }

    @Test
    void isNotThereUnlessItIsAskedFor() {
        new ApplicationContextRunner()
                .withUserConfiguration(TracingConfiguration.class)
                .run(context -> assertThat(context)
                        .doesNotHaveBean(Traces.class)
                        .doesNotHaveBean(TracedRequests.class)
                        .doesNotHaveBean(TracedHandlers.class));
    }

    private String received() {
        synchronized (received) {
            return received.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
