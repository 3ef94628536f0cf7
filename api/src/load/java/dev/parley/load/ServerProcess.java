package dev.parley.load;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** A Parley server in a JVM of its own, on loopback, from this JVM's class path; it is ended by its process id alone. */
public final class ServerProcess implements AutoCloseable {
    private static final String STARTED = "Started Application";
    private static final long START_SECONDS = 180;
    private static final long STOP_SECONDS = 60;

    private final Setup setup;
    private final Process process;
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    /**
     * How to start it, each time in the same way.
     *
     * @param data its data directory; its output is appended to {@code server.log} beside it
     * @param jvm options of the JVM
     * @param settings {@code --name=value} each
     */
    public record Setup(Path data, int port, List<String> jvm, List<String> settings) {
        /** Limits that no load reaches, and nothing against floods. */
        private static final List<String> UNBOUNDED = List.of(
                "--parley.chat.flood.enabled=false",
                "--parley.limits.person.reads=999999999/1s",
                "--parley.limits.person.writes=999999999/1s",
                "--parley.limits.person.connections=999999999",
                "--parley.limits.address.reads=999999999/1s",
                "--parley.limits.address.writes=999999999/1s",
                "--parley.limits.address.tokens=999999999/1s");

        /** Options of {@code spring-boot:run}, as the build hands them to whoever starts servers. */
        private static final String JVM_OPTIONS = "PARLEY_JVM_OPTIONS";

        /** On a port that is free now, and open to load. */
        public static Setup on(Path data, String... settings) throws IOException {
            List<String> all = new ArrayList<>(UNBOUNDED);
            all.addAll(List.of(settings));
            return new Setup(data, freePort(), options(), List.copyOf(all));
        }

        private static List<String> options() {
            return List.of(System.getenv(JVM_OPTIONS).strip().split("\\s+"));
        }

        public Path log() {
            return data.resolveSibling(data.getFileName() + ".log");
        }

        List<String> command() {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvm);
            command.addAll(List.of("-cp", classPath(), "dev.parley.api.Application"));
            command.addAll(List.of("--server.port=" + port, "--server.address=127.0.0.1"));
            command.add("--parley.data-directory=" + data);
            command.addAll(settings);
            return command;
        }

        /** Without tests, whose configuration the server would take for its own. */
        private static String classPath() {
            String ours = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            return Arrays.stream(ours.split(File.pathSeparator))
                    .filter(entry -> !entry.endsWith("test-classes"))
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private ServerProcess(Setup setup) throws IOException {
        this.setup = setup;
        process = new ProcessBuilder(setup.command()).redirectErrorStream(true).start();
        Thread.ofPlatform().daemon().name("server-output").start(this::keepOutput);
    }

    /** Starts it without waiting until it serves. */
    public static ServerProcess launch(Setup setup) throws IOException {
        return new ServerProcess(setup);
    }

    /** Starts it and waits until it serves. */
    public static ServerProcess start(Setup setup) throws IOException, InterruptedException {
        ServerProcess server = launch(setup);
        server.awaitStarted();
        return server;
    }

    /** @throws IllegalStateException when it ended, or needed more than 180 s */
    public void awaitStarted() throws InterruptedException {
        try {
            started.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the server did not start; see " + setup.log(), e);
        }
    }

    public int port() {
        return setup.port();
    }

    public long pid() {
        return process.pid();
    }

    /** Waits this long, or less when the server ends by itself; tells whether it still runs. */
    public boolean runsFor(Duration time) throws InterruptedException {
        return !process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends it at once, as a crash would: SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end (SIGTERM) and waits until it did, for 60 s at most. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException late) {
            kill();
            throw new IllegalStateException("the server did not stop within " + STOP_SECONDS + " s", late);
        }
    }

    private void keepOutput() {
        try (BufferedReader output = process.inputReader();
                Writer log =
                        Files.newBufferedWriter(setup.log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                log.append(line).append('\n').flush();
                if (line.contains(STARTED)) {
                    started.complete(null);
                }
            }
        } catch (IOException e) {
            started.completeExceptionally(new UncheckedIOException(e));
        }
        started.completeExceptionally(new IllegalStateException("the server ended"));
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
