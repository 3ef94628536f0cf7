package dev.parley.command.embedded;

import dev.parley.kernel.CannotStart;
import dev.parley.kernel.process.Leash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server on this machine's loopback address, at a port of its own each time. It syncs every commit to disk,
 * takes at most 64 connections, and ends with this process at the latest, {@code kill -9} included.
 */
final class Postgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);
    private static final int ATTEMPTS = 3;
    /** Recovery after a crash takes as long as it takes. */
    private static final int UNLIMITED_SECONDS = 1_000_000;

    /** Durability is written out, whatever PostgreSQL's defaults; the rest keeps a small server small. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "64"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("max_wal_size", "512MB"),
            Map.entry("wal_level", "minimal"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("wal_compression", "on"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("jit", "off"),
            Map.entry("log_checkpoints", "off"),
            Map.entry("timezone", "UTC"));

    private final Cluster cluster;
    private final PostgresPrograms programs;
    private final Leash leash;
    private int port;

    private Postgres(Cluster cluster, PostgresPrograms programs) throws IOException {
        this.cluster = cluster;
        this.programs = programs;
        this.leash = Leash.tie(pgCtl("stop", "--mode=fast"));
    }

    /**
     * Starts a server on a directory, which is made if it is not there, and ends the server that an earlier run left
     * behind in it. Returns once the server takes connections: after a crash, once it has recovered.
     *
     * @throws CannotStart if PostgreSQL refuses
     */
    static Postgres start(Path directory, PostgresPrograms programs) {
        try {
            var postgres = new Postgres(Cluster.in(directory, programs), programs);
            postgres.start();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    String password() throws IOException {
        return cluster.password();
    }

    /** Has open transactions rolled back, everything written to disk, and the server ended. */
    @Override
    public void close() throws IOException {
        try {
            if (leash.pull() != 0) {
                LOG.warn("PostgreSQL did not stop as it should; its log is {}", cluster.log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it stops all the same, with nobody waiting
        }
    }

    /** More than one attempt, as another program may take the port, or an earlier start may still be under way. */
    private void start() throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            endLeftover();
            port = freePort();
            if (run(pgCtl("start", "--options=" + options(), "--log=" + cluster.log())) == 0) {
                return;
            }
        }
        leash.drop();
        throw new CannotStart("PostgreSQL does not start on the event store in " + cluster.directory()
                + ": its reasons are in " + cluster.log() + ", and nothing was touched.");
    }

    private void endLeftover() throws IOException, InterruptedException {
        var found = Leftover.in(cluster.directory());
        if (found.isEmpty()) {
            return;
        }
        Leftover leftover = found.get();
        if (leftover.isAnotherProgram()) {
            leftover.forget();
        } else if (leftover.isRunning()) {
            LOG.info("Stopping the PostgreSQL that an earlier run left behind, process {}", leftover.pid());
            run(pgCtl("stop", "--mode=fast"));
        }
    }

    private List<String> pgCtl(String action, String... options) {
        var always = Stream.of(action, "--wait", "--timeout=" + UNLIMITED_SECONDS, "--silent", "-D");
        var all = Stream.of(always, Stream.of(cluster.directory().toString()), Stream.of(options));
        return programs.command("pg_ctl", all.flatMap(part -> part).toList());
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private String options() {
        var settings = SETTINGS.entrySet().stream().map(entry -> "-c " + entry.getKey() + "=" + entry.getValue());
        return Stream.concat(Stream.of("-p " + port), settings).collect(Collectors.joining(" "));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
