package dev.parley.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.api.ApiTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What never becomes a request is answered with a problem, too. */
class BareErrorsTest extends ApiTest {
    @Test
    void anAddressThatIsTooLong() throws IOException {
        assertThat(answer("GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("application/problem+json", "https://parley.dev/problems/address-too-long");
    }

    @Test
    void headersThatAreTooLarge() throws IOException {
        assertThat(answer("GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "a".repeat(10_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("https://parley.dev/problems/headers-too-large");
    }

    @Test
    void anAddressThatIsNone() throws IOException {
        assertThat(answer("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("https://parley.dev/problems/malformed-request");
    }

    @Test
    void aLineThatIsNoHttp() throws IOException {
        assertThat(answer("hello\r\n\r\n")).startsWith("HTTP/1.1 400").contains("malformed-request");
    }

    @Test
    void aPathWithNul() throws IOException {
        assertThat(answer(
                        "GET /api/chat/%00/messages HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                                + token("ann") + "\r\n\r\n"))
                .startsWith("HTTP/1.1 404");
    }

    @Test
    void aBodyWithAChunkOfNoSize() throws IOException {
        assertThat(answer("PATCH /api/settings HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                        + token("ann")
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{\"zen\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "https://parley.dev/problems/malformed-request");
    }

    private String answer(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
