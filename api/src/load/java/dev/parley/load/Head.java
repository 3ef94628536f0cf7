package dev.parley.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Status and headers of an answer, kept as bytes: what the next read needs is picked out while they pass. */
final class Head {
    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED = "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    private final Bytes lines = new Bytes();
    private int status;
    private int contentLength;
    private boolean chunked;

    void read(Wire wire) throws IOException {
        lines.clear();
        contentLength = 0;
        chunked = false;
        status = (int) wire.line(lines).number(STATUS_AT);
        int from = nextLine(wire);
        while (lines.length() > from) {
            if (lines.hasAt(from, CONTENT_LENGTH)) {
                contentLength = (int) lines.number(from + CONTENT_LENGTH.length);
            }
            chunked |= lines.hasAt(from, CHUNKED);
            from = nextLine(wire);
        }
    }

    private int nextLine(Wire wire) throws IOException {
        lines.add((byte) '\n');
        int from = lines.length();
        wire.line(lines);
        return from;
    }

    int status() {
        return status;
    }

    int contentLength() {
        return contentLength;
    }

    boolean chunked() {
        return chunked;
    }

    /** Status line and headers, a line each. */
    String text() {
        return lines.text(0);
    }

    Optional<String> value(String name) {
        return text().lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }
}
