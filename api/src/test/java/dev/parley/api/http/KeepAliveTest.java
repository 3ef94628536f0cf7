package dev.parley.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import dev.parley.api.ApiTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Connections that are used again, as browsers and proxies do. */
class KeepAliveTest extends ApiTest {
    private static final int ANSWER_MILLIS = 10_000;

    /** reactor-netty#4361: up to 1.3.7 nothing was read any more after a queued request that was answered at once. */
    @Test
    void answerTheNextRequestAfterOnesThatWaitedForEachOther() throws IOException {
        CompletableFuture<byte[]> page = new CompletableFuture<>();
        given(pages.read(any())).willReturn(page);
        String waits = request("/api/chat/team~t1/messages", "Authorization: Bearer " + token("ann") + "\r\n");
        String refused = request("/api/chat/team~t1/messages", "");

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(ANSWER_MILLIS);
            BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            write(socket, waits + refused);
            verify(pages, timeout(ANSWER_MILLIS)).read(any());
            page.complete("{}".getBytes(StandardCharsets.US_ASCII));
            List<Integer> statuses = new ArrayList<>(List.of(status(answers), status(answers)));

            write(socket, refused);
            statuses.add(status(answers));

            assertThat(statuses).containsExactly(200, 401, 401);
        }
    }

    private static String request(String path, String headers) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
    }

    private static void write(Socket socket, String requests) throws IOException {
        socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads one answer whole. */
    private static int status(BufferedReader answers) throws IOException {
        int status = Integer.parseInt(answers.readLine().split(" ")[1]);
        int length = 0;
        for (String header = answers.readLine(); !header.isEmpty(); header = answers.readLine()) {
            if (header.regionMatches(true, 0, "content-length:", 0, "content-length:".length())) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        assertThat(answers.skip(length)).isEqualTo(length);
        return status;
    }
}
