package dev.parley.kernel.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Ends a child server together with this process, however this process ends, {@code kill -9} included: a shell waits at
 * a pipe that only this process holds open, and runs the command that ends the child once the pipe is closed.
 *
 * <p>Where there is no such shell (Windows), only {@link #pull()} runs the command.
 */
public final class Leash {
    private static final String WAIT_THEN_RUN = "trap '' INT HUP TERM; read _; exec \"$@\"";
    private static final Redirect NOWHERE = Redirect.DISCARD;

    private final List<String> command;
    private final Optional<Process> shell;

    private Leash(List<String> command, Optional<Process> shell) {
        this.command = command;
        this.shell = shell;
    }

    /** @param command ends the child, and comes back once that is done */
    public static Leash tie(List<String> command) throws IOException {
        if (File.separatorChar == '\\') {
            return new Leash(command, Optional.empty());
        }
        var waiting = Stream.concat(Stream.of("sh", "-c", WAIT_THEN_RUN, "leash"), command.stream());
        return new Leash(command, Optional.of(start(waiting.toList())));
    }

    /**
     * Runs the command now, and waits for its end.
     *
     * @return its exit code
     */
    public int pull() throws IOException, InterruptedException {
        if (shell.isEmpty()) {
            return start(command).waitFor();
        }
        shell.get().getOutputStream().close();
        return shell.get().waitFor();
    }

    /** Lets go: the child ended by itself. */
    public void drop() {
        shell.ifPresent(Process::destroyForcibly);
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectOutput(NOWHERE)
                .redirectError(NOWHERE)
                .start();
    }
}
