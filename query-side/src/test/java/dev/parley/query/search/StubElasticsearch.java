package dev.parley.query.search;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Says what Elasticsearch would, as far as it was told to, and remembers what it was asked. */
public final class StubElasticsearch implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private volatile boolean away;

    private record Answer(int status, String body) {}

    public StubElasticsearch() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public SearchAddress address() {
        return SearchAddress.of(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    /** Refuses everything, as a server does that has no master yet. */
    public void goAway() {
        away = true;
    }

    public void comeBack() {
        away = false;
    }

    /** Answers requests whose line or body contains this; {@code 200 {}} else. */
    void answer(String part, int status, String body) {
        answers.put(part, new Answer(status, body));
    }

    /** What it was asked to do while it was there: method, path and body. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body;
        Answer answer = away
                ? new Answer(503, "{}")
                : answers.entrySet().stream()
                        .filter(known -> request.contains(known.getKey()))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElseGet(() -> usual(exchange.getRequestURI().getPath()));
        if (!away && !request.startsWith("GET")) {
            asked.add(request);
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Every index is there, is written and searched. */
    private static Answer usual(String path) {
        String index = path.substring(1).replace("/_alias", "");
        String aliases = "{\"" + index + "-writes\":{},\"" + index.replaceAll("-v\\d+$", "") + "\":{}}";
        return new Answer(200, path.endsWith("/_alias") ? "{\"" + index + "\":{\"aliases\":" + aliases + "}}" : "{}");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
