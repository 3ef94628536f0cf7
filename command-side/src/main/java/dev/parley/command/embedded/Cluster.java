package dev.parley.command.embedded;

import dev.parley.kernel.CannotStart;
import dev.parley.kernel.process.Leash;
import dev.parley.kernel.process.PrivateDirectory;
import dev.parley.kernel.process.Unprivileged;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The directory in which PostgreSQL keeps the events, with the password of its one user. It is made beside its place,
 * and moved there once it is whole and on disk: an interrupted first start leaves none.
 */
record Cluster(Path directory) {
    static final String USER = "parley";
    private static final String PASSWORD_FILE = "parley.password";

    /** @throws CannotStart if the directory is there, but holds something else */
    static Cluster in(Path directory, PostgresPrograms programs) throws IOException, InterruptedException {
        if (!Files.exists(directory)) {
            make(directory, programs);
        } else if (!Files.exists(directory.resolve(PASSWORD_FILE))) {
            throw new CannotStart(directory + " holds no event store of Parley; nothing in it was touched.");
        }
        Unprivileged.here().handOver(directory);
        return new Cluster(directory);
    }

    String password() throws IOException {
        return Files.readString(directory.resolve(PASSWORD_FILE));
    }

    /** What PostgreSQL says of itself. */
    Path log() {
        return directory.resolve("postgresql.log");
    }

    private static void make(Path directory, PostgresPrograms programs) throws IOException, InterruptedException {
        Path workshop = directory.resolveSibling(directory.getFileName() + ".unfinished");
        FileSystemUtils.deleteRecursively(workshop);
        PrivateDirectory.create(workshop);
        Path password = workshop.resolve("password");
        write(password, newPassword());
        Unprivileged.here().handOver(workshop);

        Path made = workshop.resolve("cluster");
        initialise(made, password, programs);
        Files.move(password, made.resolve(PASSWORD_FILE));
        PrivateDirectory.force(made);
        Files.move(made, directory);
        PrivateDirectory.force(directory.getParent());
        FileSystemUtils.deleteRecursively(workshop);
    }

    private static void initialise(Path directory, Path password, PostgresPrograms programs)
            throws IOException, InterruptedException {
        Path log = directory.resolveSibling("initdb.log");
        List<String> options = List.of(
                "-D",
                directory.toString(),
                "-U",
                USER,
                "--pwfile=" + password,
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                "--no-locale");
        Process initdb = new ProcessBuilder(programs.command("initdb", options))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        if (codeOf(initdb) != 0) {
            throw new CannotStart("The event store in " + directory + " cannot be made: see " + log + ".");
        }
    }

    /** Ended or not, nothing of it is left behind. */
    private static int codeOf(Process initdb) throws IOException, InterruptedException {
        Leash leash = Leash.tie(List.of("kill", Long.toString(initdb.pid())));
        try {
            return initdb.waitFor();
        } finally {
            initdb.destroy();
            leash.drop();
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
