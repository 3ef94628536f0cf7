package dev.parley.bench;

import dev.parley.load.EventStream;
import dev.parley.load.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;

/**
 * Listens to a stream of events for one person, and comes back with the id of the last event when the connection ends.
 * Of lines it tells the number that follows a {@code #} in their content.
 */
final class Listener implements Runnable, AutoCloseable {
    private static final byte[] NEW_MESSAGE = "new_message".getBytes(StandardCharsets.US_ASCII);
    private static final Semaphore CONNECTING = new Semaphore(64);

    private final int port;
    private final String path;
    private final Person person;
    private final LongConsumer heard;
    private final Runnable connected;
    private volatile EventStream current;
    private volatile boolean closed;
    private volatile long connections;
    private String lastId = "";

    Listener(int port, String path, Person person, LongConsumer heard, Runnable connected) {
        this.port = port;
        this.path = path;
        this.person = person;
        this.heard = heard;
        this.connected = connected;
    }

    @Override
    public void run() {
        while (!closed) {
            try (EventStream stream = connect()) {
                listen(stream);
            } catch (IOException ended) {
                // comes back, unless closed
            }
        }
    }

    private EventStream connect() throws IOException {
        List<String> headers = new ArrayList<>(person.headers());
        if (!lastId.isEmpty()) {
            headers.add("Last-Event-ID: " + lastId);
        }
        CONNECTING.acquireUninterruptibly();
        try {
            current = EventStream.open(port, path, headers);
        } finally {
            CONNECTING.release();
        }
        return current;
    }

    private void listen(EventStream stream) throws IOException {
        if (stream.status() != 200) {
            closed = true;
            throw new IllegalStateException("a stream was answered with " + stream.status());
        }
        if (++connections == 1) {
            connected.run();
        }
        try {
            while (!closed) {
                stream.next();
                if (stream.is(NEW_MESSAGE)) {
                    heard.accept(stream.numberAfter('#'));
                }
            }
        } finally {
            lastId = stream.lastId().isEmpty() ? lastId : stream.lastId();
        }
    }

    long returns() {
        return Math.max(0, connections - 1);
    }

    void disconnect() {
        EventStream stream = current;
        if (stream != null) {
            stream.disconnect();
        }
    }

    @Override
    public void close() {
        closed = true;
        disconnect();
    }
}
