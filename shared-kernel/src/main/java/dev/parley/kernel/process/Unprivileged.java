package dev.parley.kernel.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How to run a server that refuses to be root. An ordinary user's children run as that user. Root's run in a user
 * namespace where root goes by another id, which keeps its files within reach wherever they are; where no namespace can
 * be made, as in most containers, they run as another user, to whom their files are given.
 *
 * @param prefix what to write before the command; often nothing
 * @param owner the user to whom the server's files must belong, where ours would not do
 */
public record Unprivileged(List<String> prefix, OptionalInt owner) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65_534;
    private static final List<String> NAMESPACE =
            List.of("unshare", "--user", "--map-user=" + NOBODY, "--map-group=" + NOBODY);
    private static final List<String> OTHER_USER =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    public Unprivileged {
        prefix = List.copyOf(prefix);
    }

    /** What this machine allows the user of this process. Asks it by running a program or two as root, none else. */
    public static Unprivileged here() {
        return Machine.HERE;
    }

    /** The command as it must be run. */
    public List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Gives a directory and everything below it to the user as whom the command will run. */
    public void handOver(Path directory) throws IOException {
        if (owner.isEmpty() || Files.getAttribute(directory, "unix:uid").equals(owner.getAsInt())) {
            return;
        }
        List<Path> below;
        try (var walk = Files.walk(directory)) {
            below = walk.toList().reversed(); // the directory itself comes last: an interrupted walk is done again
        }
        for (Path path : below) {
            Files.setAttribute(path, "unix:uid", owner.getAsInt());
        }
    }

    private static final class Machine {
        private static final Unprivileged HERE = detect();

        private static Unprivileged detect() {
            if (!isRoot()) {
                return new Unprivileged(List.of(), OptionalInt.empty());
            }
            return works(NAMESPACE)
                    ? new Unprivileged(NAMESPACE, OptionalInt.of(ROOT))
                    : new Unprivileged(OTHER_USER, OptionalInt.of(NOBODY));
        }

        private static boolean isRoot() {
            Path self = Path.of("/proc/self");
            try {
                return Files.exists(self)
                        && Files.getAttribute(self, "unix:uid").equals(ROOT);
            } catch (IOException e) {
                return false;
            }
        }

        private static boolean works(List<String> prefix) {
            var command = Stream.concat(prefix.stream(), Stream.of("id", "-un")).toList();
            try {
                Process process = new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
