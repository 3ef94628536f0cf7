package dev.parley.query.embedded;

import dev.parley.kernel.process.Leash;
import dev.parley.kernel.process.Unprivileged;
import dev.parley.query.search.SearchAddress;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Elasticsearch as a child process on the loopback address, with a heap of 512 MB and its files in one directory. It
 * ends with this process at the latest, {@code kill -9} included. Where it cannot start, one line of the log says so,
 * and only search is away.
 */
final class Elasticsearch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Elasticsearch.class);
    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final int SECONDS_TO_STOP = 5;
    /** Ctrl-C reaches every process of the terminal: this one stops when it is told to, after those who use it. */
    private static final List<String> DEAF_TO_CTRL_C = List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private final Path home;
    private final ElasticsearchFiles files;
    private Optional<Process> process = Optional.empty();
    private volatile boolean closed;
    private volatile boolean away;

    /** @param home the unpacked distribution, which is only read */
    Elasticsearch(Path home, ElasticsearchFiles files) {
        this.home = home;
        this.files = files;
    }

    /** Ends what an earlier run left behind, and starts the server; returns long before it answers. */
    synchronized void start() {
        if (closed) {
            return;
        }
        if (!Files.exists(program())) {
            isAway("there is none in " + home);
            return;
        }
        try {
            endLeftovers();
            files.write();
            run();
        } catch (IOException e) {
            isAway("it cannot be started: " + e.getMessage());
        }
    }

    /** Where it listens, and whether it is running or about to. */
    SearchAddress address() {
        return new SearchAddress(files.address(), () -> !away);
    }

    @Override
    public synchronized void close() {
        closed = true;
        process.ifPresent(running -> end(running.toHandle()));
    }

    private void run() throws IOException {
        List<String> program = List.of(program().toString());
        var builder =
                new ProcessBuilder(WINDOWS ? program : deaf(Unprivileged.here().command(program)));
        builder.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ES_PATH_CONF", files.configuration().toString());
        builder.environment().put("ES_TMPDIR", files.temporary().toString());
        builder.environment().keySet().removeAll(List.of("ES_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process started = builder.redirectErrorStream(true)
                .redirectOutput(Redirect.to(files.log().toFile()))
                .start();
        Leash leash = Leash.tie(List.of("kill", Long.toString(started.pid())));
        process = Optional.of(started);
        started.onExit().thenAccept(ended -> hasEnded(ended.exitValue(), leash));
    }

    /** Takes no lock: whoever closes holds it while waiting for this end. */
    private void hasEnded(int code, Leash leash) {
        leash.drop();
        if (!closed) {
            isAway("it ended with exit code " + code + ", its log is " + files.log());
        }
    }

    private void isAway(String why) {
        away = true;
        LOG.warn("Elasticsearch is away, and search with it, all else works: {}", why);
    }

    private void endLeftovers() {
        for (ProcessHandle leftover : launchersOn(files)) {
            LOG.info("Stopping the Elasticsearch that an earlier run left behind, process {}", leftover.pid());
            end(leftover);
        }
    }

    /** The launchers that run on these files, whoever started them: each has their place on its command line. */
    static List<ProcessHandle> launchersOn(ElasticsearchFiles files) {
        String mark = "-Des.path.conf=" + files.configuration();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains(mark))
                        .isPresent())
                .toList();
    }

    /** The process that was started is a launcher, which takes the server with it when it is given the time. */
    private static void end(ProcessHandle launcher) {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(launcher), launcher.descendants()).toList();
        launcher.destroy();
        if (WINDOWS) {
            all.forEach(ProcessHandle::destroy);
        }
        awaitEnds(all);
    }

    private static void awaitEnds(List<ProcessHandle> processes) {
        var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            processes.forEach(ProcessHandle::destroyForcibly);
        } catch (ExecutionException | TimeoutException e) {
            processes.forEach(ProcessHandle::destroyForcibly); // it loses nothing: its files survive a crash
        }
    }

    private Path program() {
        return home.resolve("bin").resolve(WINDOWS ? "elasticsearch.bat" : "elasticsearch");
    }

    private static List<String> deaf(List<String> command) {
        return Stream.concat(DEAF_TO_CTRL_C.stream(), command.stream()).toList();
    }
}
