package dev.parley.command.embedded;

import dev.parley.kernel.CannotStart;
import dev.parley.kernel.process.Unprivileged;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** The programs of PostgreSQL for this machine, unpacked once from the artifact that the build chose for it. */
final class PostgresPrograms {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final Path home;

    private PostgresPrograms(Path home) {
        this.home = home;
    }

    /**
     * Unpacks them below a directory, unless that was done before.
     *
     * @throws CannotStart if there are none for this machine, or no place for them
     */
    static PostgresPrograms below(Path directory) {
        try {
            Path home = directory.resolve("postgresql-" + checksum());
            if (!Files.exists(home)) {
                try (InputStream archive = archive()) {
                    Archive.unpack(archive, home);
                }
            }
            Unprivileged.here().handOver(home);
            return new PostgresPrograms(home);
        } catch (IllegalStateException e) {
            throw new CannotStart(
                    "There is no embedded PostgreSQL for this machine (" + system() + ", " + architecture()
                            + "): use a server of your own, in another profile than \"embedded\".",
                    e);
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL cannot be unpacked in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** The command line of one of them. */
    List<String> command(String program, List<String> options) {
        String file = home.resolve("bin")
                .resolve(WINDOWS ? program + ".exe" : program)
                .toString();
        return Unprivileged.here()
                .command(Stream.concat(Stream.of(file), options.stream()).toList());
    }

    /** Programs of another version get another directory. */
    private static String checksum() throws IOException {
        try (var archive = new CheckedInputStream(archive(), new CRC32())) {
            archive.skip(Long.MAX_VALUE);
            return Long.toHexString(archive.getChecksum().getValue());
        }
    }

    private static InputStream archive() throws IOException {
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture());
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "Windows";
        }
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }
}
