package dev.parley.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One HTTP/1.1 connection that is kept alive: sends a request, then reads its answer whole. For one thread. */
public final class HttpConnection implements AutoCloseable {
    private static final int READ_MILLIS = 120_000;

    private final Wire wire;
    private final Head head = new Head();
    private final Bytes body = new Bytes();
    private final Bytes size = new Bytes();

    /** @param port on loopback */
    public HttpConnection(int port) throws IOException {
        wire = new Wire(port, 0, READ_MILLIS);
    }

    /** A request's bytes, made once and sent as often as wanted; an empty body is none. */
    public static byte[] request(String method, String path, List<String> headers, String body) {
        StringBuilder text = new StringBuilder(256).append(method).append(' ').append(path);
        text.append(" HTTP/1.1\r\nHost: localhost\r\n");
        headers.forEach(header -> text.append(header).append("\r\n"));
        if (!body.isEmpty()) {
            text.append("Content-Type: application/json\r\n");
        }
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return text.append("Content-Length: ")
                .append(length)
                .append("\r\n\r\n")
                .append(body)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The status of the answer. */
    public int send(byte[] request) throws IOException {
        wire.write(request);
        head.read(wire);
        body.clear();
        if (head.chunked()) {
            readChunks();
        } else {
            wire.copy(head.contentLength(), body);
        }
        return head.status();
    }

    private void readChunks() throws IOException {
        for (int count = chunk(); count > 0; count = chunk()) {
            wire.copy(count, body);
            size.clear();
            wire.line(size);
        }
        do {
            size.clear();
        } while (wire.line(size).length() > 0);
    }

    private int chunk() throws IOException {
        size.clear();
        return ChunkSize.of(wire.line(size));
    }

    public int bodyLength() {
        return body.length();
    }

    public byte[] body() {
        return body.copy();
    }

    public String text() {
        return body.text(0);
    }

    /** A header of the last answer. */
    public Optional<String> header(String name) {
        return head.value(name);
    }

    /** The last answer's headers, a line each. */
    public List<String> headers() {
        return head.text().lines().skip(1).toList();
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
