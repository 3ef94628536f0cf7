package dev.parley.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

/** One read and one write are under way at once. */
class AtOnceTest {
    private static final String READ = "GET /waits HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String WRITE = "POST /waits HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody";
    private static final String OPERATES = "GET /actuator/health HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String DONE = "HTTP/1.1 200";
    private static final String REFUSED = "HTTP/1.1 503";
    private static final int WAIT_MILLIS = 5_000;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BlockingQueue<Sinks.One<String>> begun = new LinkedBlockingQueue<>();
    private DisposableServer server;

    @BeforeEach
    void start() {
        HttpServer http = HttpServer.create().host("127.0.0.1").port(0);
        server = new HttpConfiguration()
                .onlySoManyAtOnce(1, meters)
                .apply(http)
                .route(routes -> routes.get("/waits", (request, response) -> response.sendString(answer()))
                        .post(
                                "/waits",
                                (request, response) -> response.sendString(
                                        request.receive().aggregate().asString().then(answer())))
                        .get(
                                "/stream",
                                (request, response) ->
                                        response.sse().sendHeaders().sendString(Flux.never()))
                        .get("/actuator/health", (request, response) -> response.sendString(Mono.just("up")))
                        .ws("/socket", (in, out) -> out.sendString(in.receive().asString())))
                .bindNow();
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void moreAreTurnedAwayWithAProblemThatSaysWhenToComeAgain() throws Exception {
        try (Client first = new Client();
                Client second = new Client()) {
            first.send(READ);
            waiting();
            second.send(READ);
            assertThat(second.answer())
                    .startsWith(REFUSED)
                    .contains("retry-after: 1", "application/problem+json", "/problems/overloaded");
            assertThat(meters.counter("parley.refusals", "type", "overloaded").count())
                    .isOne();
        }
    }

    @Test
    void whoeverWasTurnedAwayAsksAgainOnTheSameConnection() throws Exception {
        try (Client first = new Client();
                Client second = new Client()) {
            first.send(WRITE);
            Sinks.One<String> write = waiting();
            second.send("POST /waits HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\n\r\nhalf");
            assertThat(second.answer()).startsWith(REFUSED);
            second.send("half");
            write.tryEmitValue("done");
            assertThat(first.answer()).startsWith(DONE);
            second.send(WRITE);
            waiting().tryEmitValue("done");
            assertThat(second.answer()).startsWith(DONE);
        }
    }

    @Test
    void whoWaitsToBeAskedForTheBodyIsCutOff() throws Exception {
        try (Client first = new Client();
                Client second = new Client()) {
            first.send(WRITE);
            waiting();
            second.send("POST /waits HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertThat(second.answer()).startsWith(REFUSED).contains("connection: close");
            assertThat(second.isCutOff()).isTrue();
        }
    }

    @Test
    void readsAndWritesAreCountedApart() throws Exception {
        try (Client reader = new Client();
                Client writer = new Client()) {
            reader.send(READ);
            Sinks.One<String> read = waiting();
            writer.send(WRITE);
            waiting().tryEmitValue("done");
            assertThat(writer.answer()).startsWith(DONE);
            read.tryEmitValue("done");
            assertThat(reader.answer()).startsWith(DONE);
        }
    }

    @Test
    void whoeverLeavesGivesTheirPlaceBack() throws Exception {
        try (Client first = new Client()) {
            first.send(READ);
            waiting();
        }
        Awaitility.await().untilAsserted(this::assertThatAReadPasses);
    }

    @Test
    void aStreamTakesNoPlaceOnceItHasBegun() throws Exception {
        try (Client listener = new Client()) {
            listener.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n");
            listener.head();
            assertThatAReadPasses();
        }
    }

    @Test
    void aWebSocketTakesNone() {
        HttpClient.create()
                .websocket()
                .uri("ws://127.0.0.1:" + server.port() + "/socket")
                .handle((in, out) -> out.sendString(Mono.just("one"))
                        .then()
                        .thenMany(in.receive().asString().take(1))
                        .doOnNext(one -> assertThatAReadPasses()))
                .blockLast();
    }

    @Test
    void whatOperatesTheNodeAlwaysGetsIn() throws Exception {
        try (Client first = new Client();
                Client operator = new Client()) {
            first.send(READ);
            waiting();
            operator.send(OPERATES);
            assertThat(operator.answer()).startsWith(DONE);
        }
    }

    private void assertThatAReadPasses() {
        try (Client client = new Client()) {
            client.send(READ);
            waiting().tryEmitValue("done");
            assertThat(client.answer()).startsWith(DONE);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Mono<String> answer() {
        return Mono.defer(() -> {
            Sinks.One<String> answer = Sinks.one();
            begun.add(answer);
            return answer.asMono();
        });
    }

    /** The answer that the latest request waits for. */
    private Sinks.One<String> waiting() throws InterruptedException {
        Sinks.One<String> answer = begun.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        assertThat(answer).as("a request that was let in").isNotNull();
        return answer;
    }

    private final class Client implements AutoCloseable {
        private final Socket socket = new Socket("127.0.0.1", server.port());
        private final InputStream in = socket.getInputStream();

        Client() throws IOException {
            socket.setSoTimeout(WAIT_MILLIS);
        }

        void send(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        String head() throws IOException {
            StringBuilder head = new StringBuilder();
            while (!head.toString().endsWith("\r\n\r\n")) {
                head.append((char) in.read());
            }
            return head.toString();
        }

        /** With a body of the length that it names, or of one chunk. */
        String answer() throws IOException {
            String head = head();
            int at = head.indexOf("content-length: ");
            if (at < 0) {
                return head + chunk();
            }
            int length = Integer.parseInt(head.substring(at + "content-length: ".length(), head.indexOf('\r', at)));
            return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        private String chunk() throws IOException {
            StringBuilder body = new StringBuilder();
            while (!body.toString().endsWith("0\r\n\r\n")) {
                body.append((char) in.read());
            }
            return body.toString();
        }

        boolean isCutOff() throws IOException {
            return in.read() < 0;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
