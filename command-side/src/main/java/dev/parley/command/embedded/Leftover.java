package dev.parley.command.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A server that an earlier run of this machine may have left behind in a cluster's directory, by what its
 * {@code postmaster.pid} says: the process, the directory, and the second at which it began.
 */
record Leftover(long pid, Instant began, Path directory) {
    private static final String FILE = "postmaster.pid";
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** What the directory's file names; nothing without a file, or with one that was never finished. */
    static Optional<Leftover> in(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        try {
            Instant began = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return Optional.of(new Leftover(Long.parseLong(lines.getFirst().strip()), began, directory));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Whether the process runs and is that server: another may have been given its number since. */
    boolean isRunning() {
        return process().filter(this::isServer).isPresent();
    }

    /** Whether the number now belongs to a program that is no PostgreSQL at all. */
    boolean isAnotherProgram() {
        return process()
                .flatMap(ProcessHandle.Info::command)
                .filter(command -> !Path.of(command).getFileName().toString().startsWith("postgres"))
                .isPresent();
    }

    /** Removes the file: PostgreSQL refuses to start as long as any process at all has the number in it. */
    void forget() throws IOException {
        Files.deleteIfExists(directory.resolve(FILE));
    }

    private Optional<ProcessHandle.Info> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(ProcessHandle::info);
    }

    private boolean isServer(ProcessHandle.Info process) {
        boolean hasDirectory = process.arguments()
                .filter(arguments -> Arrays.asList(arguments).contains(directory.toString()))
                .isPresent();
        return hasDirectory
                || process.startInstant().filter(this::isWhenItBegan).isPresent();
    }

    private boolean isWhenItBegan(Instant start) {
        return Duration.between(start, began).abs().compareTo(TOLERANCE) <= 0;
    }
}
