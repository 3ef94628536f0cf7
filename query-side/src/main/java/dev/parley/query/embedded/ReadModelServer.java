package dev.parley.query.embedded;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A server inside this process that speaks MongoDB's protocol on the loopback address, at a port of its own each time.
 * It has no secondary indexes and no transactions, and loses up to the last second of writes when the process is
 * killed: the projections' places in the log go back with them.
 */
final class ReadModelServer implements AutoCloseable {
    private static final int ACCEPTING_THREADS = 1;
    private static final int WORKING_THREADS = 4;

    private final MongoServer server;

    private ReadModelServer(MongoServer server) {
        this.server = server;
    }

    /** @throws dev.parley.kernel.CannotStart if another process has the file open */
    static ReadModelServer start(Path directory, Clock clock) {
        try {
            var server = new MongoServer(new ReadModelFile(directory, clock).open());
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), ACCEPTING_THREADS, WORKING_THREADS);
            return new ReadModelServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConnectionString address() {
        return new ConnectionString(server.getConnectionString());
    }

    /** Answers what is under way, and writes everything to the file. */
    @Override
    public void close() {
        server.shutdown();
    }
}
