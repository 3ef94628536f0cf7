package dev.parley.bench.projection;

import dev.parley.load.ApiClient;
import dev.parley.load.ServerProcess;
import dev.parley.load.ServerProcess.Setup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A running server on what {@link Fill} has left, with bare routes and projections that do nothing. */
final class Store implements AutoCloseable {
    private final String name;
    private final ServerProcess server;
    private final Operator operator;
    private final ApiClient bare;

    private Store(String name, ServerProcess server, int barePort) throws IOException {
        this.name = name;
        this.server = server;
        operator = new Operator(server.port());
        bare = new ApiClient(barePort);
    }

    /** Starts it, and waits until all read models are up to date. */
    static Store start(String name, Path data) throws IOException, InterruptedException {
        int barePort = ServerProcess.freePort();
        Setup setup =
                Setup.on(data.toAbsolutePath(), "--spring.profiles.active=bench,replay", "--bench.port=" + barePort);
        Store store = new Store(name, ServerProcess.start(setup), barePort);
        store.operator.awaitCaughtUp();
        return store;
    }

    String name() {
        return name;
    }

    Operator operator() {
        return operator;
    }

    /** Events per second of a raw read of the log. */
    double readsPerSecond(boolean opened) throws IOException {
        JsonNode read = bare.get(List.of(), opened ? "/log?opened=true" : "/log")
                .orFail("the raw read")
                .body();
        return read.path("events").asDouble() / read.path("nanos").asDouble() * 1e9;
    }

    /** What a raw write of all that a projection has stored took. */
    RawWrite write(String projection) throws IOException {
        JsonNode written = bare.exchange("POST", "/writes?projection=" + projection)
                .orFail("the raw write")
                .body();
        return new RawWrite(
                written.path("documents").asLong(), written.path("nanos").asDouble() / 1e9);
    }

    record RawWrite(long documents, double seconds) {}

    @Override
    public void close() throws IOException {
        operator.close();
        bare.close();
        server.close();
    }
}
