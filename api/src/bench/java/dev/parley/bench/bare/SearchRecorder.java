package dev.parley.bench.bare;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.query.search.SearchAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands between Parley and Elasticsearch, on loopback at {@code bench.recorder-port} where that is set. {@code GET
 * /recorded} answers with the searches since it was last asked, byte for byte.
 */
@Component
@Profile("bench")
@ConditionalOnProperty("bench.recorder-port")
class SearchRecorder implements BeanPostProcessor {
    private static final String RECORDED = "/recorded";
    private static final String TYPE = "Content-Type";
    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final int AWAY = 503;
    private static final int NO_BODY = -1;

    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<Search> searches = new ConcurrentLinkedQueue<>();

    SearchRecorder(@Value("${bench.recorder-port}") int port) {
        this.port = port;
    }

    /** What Elasticsearch was asked. */
    record Search(String path, String body) {}

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof SearchAddress address ? recorded(address) : bean;
    }

    private SearchAddress recorded(SearchAddress engine) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> forward(exchange, engine.uri()));
            server.createContext(RECORDED, this::tell);
            server.start();
        } catch (IOException e) {
            throw new IllegalStateException("port " + port, e);
        }
        return new SearchAddress(URI.create("http://127.0.0.1:" + port), engine.starting());
    }

    private void tell(HttpExchange exchange) throws IOException {
        List<Search> all = new ArrayList<>();
        for (Search search = searches.poll(); search != null; search = searches.poll()) {
            all.add(search);
        }
        answer(exchange, OK, JsonMapper.shared().writeValueAsBytes(all));
    }

    private void forward(HttpExchange exchange, URI engine) throws IOException {
        URI asked = exchange.getRequestURI();
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (asked.getPath().endsWith("/_search")) {
            searches.add(new Search(asked.toString(), new String(body, StandardCharsets.UTF_8)));
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(engine.resolve(asked))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        String type = exchange.getRequestHeaders().getFirst(TYPE);
        if (type != null) {
            request.header(TYPE, type);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            answer(exchange, response.statusCode(), response.body());
        } catch (IOException away) {
            answer(exchange, AWAY, new byte[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set(TYPE, JSON);
            exchange.sendResponseHeaders(status, body.length == 0 ? NO_BODY : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
