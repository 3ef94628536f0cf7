package dev.parley.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/** Requests that never end are not waited for. */
class ArrivalLimitTest {
    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final Duration LONGER = LIMIT.multipliedBy(3);
    private static final int WAIT_MILLIS = 5_000;

    private DisposableServer server;

    @BeforeEach
    void start() {
        HttpServer http = HttpServer.create().host("127.0.0.1").port(0);
        server = new HttpConfiguration()
                .requestsArriveWhole(LIMIT)
                .apply(http)
                .route(routes -> routes.get("/slow", (request, response) -> response.sendString(slow("late")))
                        .post(
                                "/echo",
                                (request, response) -> response.sendString(request.receive()
                                        .asString()
                                        .collectList()
                                        .map(parts -> String.join("", parts))))
                        .ws(
                                "/socket",
                                (in, out) ->
                                        out.sendString(in.receive().asString().concatMap(ArrivalLimitTest::slow))))
                .bindNow();
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /sl",
                "GET /slow HTTP/1.1\r\nHost: x\r\n",
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf",
                "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n"
            })
    void halfARequestIsGivenUp(String half) throws IOException {
        try (Socket socket = connect()) {
            write(socket, half);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aRequestThatTricklesOnIsGivenUpToo() throws IOException {
        try (Socket socket = connect()) {
            write(socket, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n");
            assertThatIOException().isThrownBy(() -> {
                for (int i = 0; i < 1_000_000_000; i++) {
                    write(socket, "x");
                }
            });
        }
    }

    @Test
    void theNextOneOnAConnectionIsGivenUpToo() throws IOException {
        try (Socket socket = connect()) {
            write(socket, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n1st!");
            StringBuilder answer = new StringBuilder();
            while (!answer.toString().endsWith("1st!")) {
                answer.append((char) socket.getInputStream().read());
            }
            write(socket, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n2");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aSlowAnswerIsNotCut() throws IOException {
        try (Socket socket = connect()) {
            write(socket, "GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200")
                    .contains("late");
        }
    }

    @Test
    void aWebSocketIsNotCut() {
        String answers = HttpClient.create()
                .websocket()
                .uri("ws://127.0.0.1:" + server.port() + "/socket")
                .handle((in, out) -> out.sendString(Flux.just("one", "two"))
                        .then()
                        .thenMany(in.receive().asString().take(2)))
                .collectList()
                .block(Duration.ofMillis(WAIT_MILLIS))
                .toString();
        assertThat(answers).isEqualTo("[one, two]");
    }

    private static Mono<String> slow(String text) {
        return Mono.delay(LONGER).map(passed -> text);
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(WAIT_MILLIS);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
