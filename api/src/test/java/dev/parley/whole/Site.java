package dev.parley.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.Issuer;
import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole server, and people who use it as its clients do. What they write is read again only once it is there. */
final class Site implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final Runnable stop;
    private final BiFunction<String, List<String>, String> issuer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private volatile long position;

    private Site(int port, Runnable stop) {
        this.port = port;
        this.stop = stop;
        this.issuer = this::devToken;
    }

    private Site(int port, Issuer issuer) {
        this.port = port;
        this.stop = () -> {};
        this.issuer = issuer::token;
    }

    /** @param settings {@code --name=value} each */
    static Site start(Path directory, String... settings) throws IOException, InterruptedException {
        ServerProcess server = ServerProcess.start(Setup.on(directory.resolve("data"), RealAxonServer.or(settings)));
        return new Site(server.port(), server::close);
    }

    /** A server that runs already, and goes on when nobody uses it any more. */
    static Site at(int port) {
        return new Site(port, () -> {});
    }

    /** A server outside the embedded profile, which runs already, and goes on when nobody uses it any more. */
    static Site at(int port, Issuer issuer) {
        return new Site(port, issuer);
    }

    /** @param body {@code {}} where there is none in JSON */
    record Answer(int status, JsonNode body) {
        static Answer of(int status, String contentType, String text) {
            boolean json = contentType.startsWith("application/json") || contentType.contains("+json");
            return new Answer(status, JSON.readTree(json && !text.isEmpty() ? text : "{}"));
        }

        /** This, which was no refusal. */
        Answer done() {
            assertThat(status).as(body.toString()).isBetween(200, 299);
            return this;
        }

        /** The refusing rule's name, or the status. */
        String told() {
            String type = body.path("type").asString("");
            return type.isEmpty() ? Integer.toString(status) : type.substring(type.lastIndexOf('/') + 1);
        }
    }

    int port() {
        return port;
    }

    /** Of the last write. */
    long position() {
        return position;
    }

    /** What is asked here from now on shows what was written to another node of the same site. */
    void follow(Site other) {
        position = Math.max(position, other.position);
    }

    /** Has somebody come. */
    void appear(String username, String... roles) {
        tokens.put(username, issuer.apply(username, List.of(roles)));
        get(username, "/api/settings/");
    }

    private String devToken(String username, List<String> roles) {
        String body = JSON.writeValueAsString(Map.of("username", username, "roles", roles));
        Answer answer = answered(request("/dev/token").POST(BodyPublishers.ofString(body)));
        return answer.body().path("access_token").asString();
    }

    Answer get(String username, String path) {
        return ask(username, "GET", path, "");
    }

    /** @param body JSON, in which single quotes stand for double ones */
    Answer ask(String username, String method, String path, String body) {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.replace('\'', '"'));
        HttpRequest.Builder request = request(path).method(method, publisher);
        authorization(username).ifPresent(bearer -> request.header("Authorization", bearer));
        return answered(request);
    }

    /** Opens a stream of events, and leaves it at once. */
    Answer open(String username, String path) {
        HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
        authorization(username).ifPresent(bearer -> request.header("Authorization", bearer));
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                boolean opened = response.statusCode() == 200;
                return Answer.of(response.statusCode(), type(response), opened ? "" : text(body));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The header that says who asks. */
    String bearer(String username) {
        return authorization(username).orElseThrow();
    }

    /** Empty for whoever never came. */
    Optional<String> authorization(String username) {
        return Optional.ofNullable(tokens.get(username)).map(token -> "Bearer " + token);
    }

    /** Connects somebody by WebSocket. */
    void socket(String username, WebSocket.Listener listener) {
        WebSocket.Builder socket = http.newWebSocketBuilder();
        authorization(username).ifPresent(bearer -> socket.header("Authorization", bearer));
        socket.buildAsync(URI.create("ws://127.0.0.1:" + port() + "/ws"), listener)
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
            return Answer.of(response.statusCode(), type(response), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    private static String text(InputStream body) throws IOException {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
        stop.run();
    }
}
