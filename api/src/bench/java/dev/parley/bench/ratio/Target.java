package dev.parley.bench.ratio;

import dev.parley.load.ApiClient;
import dev.parley.load.HttpConnection;
import java.io.IOException;
import java.util.List;

/**
 * The server under measurement.
 *
 * @param port of Parley
 * @param barePort of the bare routes in the same JVM
 */
public record Target(int port, int barePort, long pid) {

    /** Bytes that all threads of the server have allocated since it began. */
    long allocated() throws IOException {
        try (ApiClient bare = new ApiClient(barePort)) {
            return bare.get(List.of(), "/allocated").body().path("bytes").asLong();
        }
    }

    /** Has the bare routes answer with this page from now on: the same bytes, the same headers. */
    void record(HttpConnection page) throws IOException {
        List<String> headers = page.headers().stream()
                .filter(header -> !header.isBlank())
                .filter(header -> !header.regionMatches(true, 0, "content-length:", 0, 15))
                .filter(header -> !header.regionMatches(true, 0, "transfer-encoding:", 0, 18))
                .map(header -> "Repeat-" + header)
                .toList();
        try (HttpConnection bare = new HttpConnection(barePort)) {
            require(bare.send(HttpConnection.request("PUT", "/page", headers, page.text())), 204);
        }
    }

    static void require(int status, int expected) {
        if (status != expected) {
            throw new IllegalStateException("status " + status + " instead of " + expected);
        }
    }
}
