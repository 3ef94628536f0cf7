package dev.parley.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client of Server-Sent Events over one connection: waits for the next event, which it then tells about. */
public final class EventStream implements AutoCloseable {
    private static final int READ_MILLIS = 60_000;
    private static final byte[] ID = "id:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT = "event:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);

    private final Wire wire;
    private final Head head = new Head();
    private final Bytes line = new Bytes();
    private final Bytes size = new Bytes();
    private final Bytes id = new Bytes();
    /** Counts only once the block that it stands in is complete. */
    private final Bytes idOfBlock = new Bytes();

    private final Bytes name = new Bytes();
    private final Bytes data = new Bytes();
    private int leftInChunk;

    private EventStream(int port, int receiveBuffer) throws IOException {
        wire = new Wire(port, receiveBuffer, READ_MILLIS);
    }

    /** Opens a stream and waits for the head of the answer; {@link #status()} tells whether it is one. */
    public static EventStream open(int port, String path, List<String> headers) throws IOException {
        return open(port, path, headers, 0);
    }

    /** The same, with as little room as the kernel gives for what the server sent and nobody reads. */
    public static EventStream openStalled(int port, String path, List<String> headers) throws IOException {
        return open(port, path, headers, 1);
    }

    private static EventStream open(int port, String path, List<String> headers, int receiveBuffer) throws IOException {
        EventStream stream = new EventStream(port, receiveBuffer);
        List<String> all = new ArrayList<>(headers);
        all.add("Accept: text/event-stream");
        stream.wire.write(HttpConnection.request("GET", path, all, ""));
        stream.head.read(stream.wire);
        return stream;
    }

    public int status() {
        return head.status();
    }

    /**
     * Waits for the next event; comments are passed over.
     *
     * @throws IOException once the stream has ended
     */
    public void next() throws IOException {
        data.clear();
        while (data.length() == 0) {
            name.clear();
            readBlock();
        }
    }

    private void readBlock() throws IOException {
        for (readLine(); line.length() > 0; readLine()) {
            take();
        }
        if (idOfBlock.length() > 0) {
            id.clear();
            id.addAll(idOfBlock, 0);
            idOfBlock.clear();
        }
    }

    private void take() {
        if (line.hasAt(0, ID)) {
            idOfBlock.clear();
            move(ID.length, idOfBlock);
        } else if (line.hasAt(0, EVENT)) {
            move(EVENT.length, name);
        } else if (line.hasAt(0, DATA)) {
            move(DATA.length, data);
        }
    }

    private void move(int from, Bytes target) {
        boolean spaced = from < line.length() && line.at(from) == ' ';
        target.addAll(line, spaced ? from + 1 : from);
    }

    private void readLine() throws IOException {
        line.clear();
        for (int next = read(); next != '\n'; next = read()) {
            line.add((byte) next);
        }
        line.dropLast('\r');
    }

    private int read() throws IOException {
        if (head.chunked()) {
            if (leftInChunk == 0) {
                nextChunk();
            }
            leftInChunk--;
        }
        return wire.read();
    }

    private void nextChunk() throws IOException {
        do {
            size.clear();
        } while (wire.line(size).length() == 0);
        leftInChunk = ChunkSize.of(size);
        if (leftInChunk == 0) {
            throw new IOException("the server ended the stream");
        }
    }

    /** Whether the event has this name, given in lower case. */
    public boolean is(byte[] lowerCaseName) {
        return name.length() == lowerCaseName.length && name.hasAt(0, lowerCaseName);
    }

    public String name() {
        return name.text(0);
    }

    /** Position of the newest event that had one; empty before the first. */
    public String lastId() {
        return id.text(0);
    }

    public String data() {
        return data.text(0);
    }

    /** The decimal number behind the first {@code mark} in the data, -1 where there is none. */
    public long numberAfter(char mark) {
        int at = data.indexOf(mark, 0);
        return at < 0 ? -1 : data.number(at + 1);
    }

    /** Breaks the connection from another thread, whatever is being read. */
    public void disconnect() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
