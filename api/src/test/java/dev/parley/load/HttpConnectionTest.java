package dev.parley.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
    private static final String LONG = "ä line of chat, ".repeat(10_000);

    private HttpServer server;
    private HttpConnection connection;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/sized", exchange -> answer(exchange, 200, LONG.getBytes(StandardCharsets.UTF_8).length, LONG));
        server.createContext("/chunked", exchange -> answer(exchange, 201, 0, LONG));
        server.createContext("/nothing", exchange -> answer(exchange, 204, -1, ""));
        server.createContext("/events", exchange -> answer(exchange, 200, 0, """
                : a comment

                id: 41
                event: new_message
                data: {"content":"#7 hi"}

                event: user_left
                data: {}

                """));
        server.start();
        connection = new HttpConnection(server.getAddress().getPort());
    }

    @AfterEach
    void close() throws IOException {
        connection.close();
        server.stop(0);
    }

    @Test
    void readsABodyOfAKnownLengthAndThenTheNextOne() throws IOException {
        assertThat(get("/sized")).isEqualTo(200);
        assertThat(connection.text()).isEqualTo(LONG);
        assertThat(get("/nothing")).isEqualTo(204);
        assertThat(connection.bodyLength()).isZero();
        assertThat(get("/sized")).isEqualTo(200);
        assertThat(connection.text()).isEqualTo(LONG);
    }

    @Test
    void readsABodyInChunksAndThenTheNextOne() throws IOException {
        assertThat(get("/chunked")).isEqualTo(201);
        assertThat(connection.text()).isEqualTo(LONG);
        assertThat(connection.header("x-told")).hasValue("yes");
        assertThat(get("/sized")).isEqualTo(200);
        assertThat(connection.text()).isEqualTo(LONG);
    }

    @Test
    void readsEventsUntilTheStreamEnds() throws IOException {
        try (EventStream stream = EventStream.open(server.getAddress().getPort(), "/events", List.of())) {
            stream.next();
            assertThat(stream.name()).isEqualTo("new_message");
            assertThat(stream.lastId()).isEqualTo("41");
            assertThat(stream.numberAfter('#')).isEqualTo(7);
            stream.next();
            assertThat(stream.name()).isEqualTo("user_left");
            assertThat(stream.data()).isEqualTo("{}");
            assertThat(stream.lastId()).isEqualTo("41");
            assertThatThrownBy(stream::next).isInstanceOf(IOException.class);
        }
    }

    private int get(String path) throws IOException {
        return connection.send(HttpConnection.request("GET", path, List.of(), ""));
    }

    private static void answer(HttpExchange exchange, int status, long length, String body) throws IOException {
        exchange.getResponseHeaders().add("X-Told", "yes");
        exchange.sendResponseHeaders(status, length);
        exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }
}
