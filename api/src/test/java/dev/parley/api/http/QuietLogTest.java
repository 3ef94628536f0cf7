package dev.parley.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.api.ApiTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;

/** What anybody can make happen leaves nothing in the log. */
@ExtendWith(OutputCaptureExtension.class)
class QuietLogTest extends ApiTest {
    private static final int UPLOADS = 10;

    private final Logger answers = (Logger) LoggerFactory.getLogger(ProblemAnswers.class);

    @Test
    void requestsThatCannotBeDecoded(CapturedOutput output) throws IOException {
        try (Socket socket = connect()) {
            write(socket, "GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "a".repeat(10_000) + "\r\n\r\n");
            socket.getInputStream().readAllBytes();
        }
        assertThat(output).doesNotContain("Decoding failed");
    }

    @Test
    void uploadsThatAreBrokenOff(CapturedOutput output) throws IOException {
        String token = token("ann");
        answers.setLevel(Level.DEBUG);
        for (int i = 0; i < UPLOADS; i++) {
            try (Socket socket = connect()) {
                write(socket, half(token));
                if (i % 2 == 0) {
                    socket.setSoLinger(true, 0); // is reset, and not closed
                }
            }
        }
        await().atMost(Duration.ofSeconds(10))
                .until(() -> StringUtils.countOccurrencesOf(output.getAll(), "has gone") >= UPLOADS);
        assertThat(output).doesNotContain("ERROR", "WARN");
    }

    @Test
    void chunksOfNoSize(CapturedOutput output) throws IOException {
        try (Socket socket = connect()) {
            write(
                    socket,
                    "PATCH /api/settings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token("ann")
                            + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "5\r\n{\"zen\r\nmore\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
        assertThat(output).doesNotContain("ERROR", "WARN");
    }

    @Test
    void readsThatFailed(CapturedOutput output) {
        AsyncCache<String, String> cache = Caffeine.newBuilder().buildAsync();
        CompletableFuture<String> read = new CompletableFuture<>();
        cache.put("stream", read);
        read.completeExceptionally(new IllegalStateException("away"));
        assertThat(output).doesNotContain("away");
    }

    @AfterEach
    void logAsBefore() {
        answers.setLevel(null);
    }

    private static String half(String token) {
        return "PATCH /api/settings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"zen";
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
