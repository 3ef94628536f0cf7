package dev.parley.bench.cluster;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Axon Server, by the command line that starts it; it is ended by its process id alone. */
final class EngineProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int CONNECT_MILLIS = 500;

    private final List<String> command;
    private final int port;
    private final File log;
    private Process process;

    /** @param port on which it takes nodes */
    EngineProcess(String command, int port, File log) {
        this.command = List.of(command.split(" "));
        this.port = port;
        this.log = log;
    }

    /** Starts it, and waits until it takes connections. */
    void start() throws IOException, InterruptedException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        long end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                throw new IllegalStateException("Axon Server did not start; see " + log);
            }
            process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException away) {
            return false;
        }
    }

    /** Ends it as an operator does, and starts it again. */
    void restart() throws IOException, InterruptedException {
        close();
        start();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
