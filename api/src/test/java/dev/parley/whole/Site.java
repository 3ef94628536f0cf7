package dev.parley.whole;

import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole server, and people who use it as its clients do. What they write is read again only once it is there. */
final class Site implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ServerProcess server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private volatile long position;

    private Site(ServerProcess server) {
        this.server = server;
    }

    static Site start(Path directory) throws IOException, InterruptedException {
        return new Site(ServerProcess.start(Setup.on(directory.resolve("data"))));
    }

    /** @param body {@code {}} where there is none */
    record Answer(int status, JsonNode body) {
        /** The refusing rule's name, or the status. */
        String told() {
            String type = body.path("type").asString("");
            return type.isEmpty() ? Integer.toString(status) : type.substring(type.lastIndexOf('/') + 1);
        }
    }

    int port() {
        return server.port();
    }

    /** Has somebody come. */
    void appear(String username, String... roles) {
        String body = JSON.writeValueAsString(Map.of("username", username, "roles", List.of(roles)));
        Answer answer = answered(request("/dev/token").POST(BodyPublishers.ofString(body)));
        tokens.put(username, answer.body().path("access_token").asString());
        get(username, "/api/settings/");
    }

    Answer get(String username, String path) {
        return ask(username, "GET", path, "");
    }

    /** @param body JSON, in which single quotes stand for double ones */
    Answer ask(String username, String method, String path, String body) {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"'));
        return answered(request(path).header("Authorization", bearer(username)).method(method, publisher));
    }

    /** The header that says who asks. */
    String bearer(String username) {
        return "Bearer " + tokens.get(username);
    }

    /** Connects somebody by WebSocket. */
    void socket(String username, WebSocket.Listener listener) {
        http.newWebSocketBuilder()
                .header("Authorization", bearer(username))
                .buildAsync(URI.create("ws://127.0.0.1:" + port() + "/ws"), listener)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Parley-Min-Position", Long.toString(position));
    }

    private Answer answered(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            response.headers()
                    .firstValueAsLong("Parley-Position")
                    .ifPresent(written -> position = Math.max(position, written));
            String body = response.body();
            return new Answer(response.statusCode(), JSON.readTree(body.isEmpty() ? "{}" : body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
