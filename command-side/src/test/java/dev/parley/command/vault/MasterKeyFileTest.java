package dev.parley.command.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.kernel.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyFileTest {
    @TempDir
    private Path directory;

    @Test
    void isMadeOnceAndReadFromThenOn() throws IOException {
        MasterKeyFile.readOrCreate(directory.resolve("data"));
        String first = Files.readString(directory.resolve("data/master.key"));

        MasterKeyFile.readOrCreate(directory.resolve("data"));

        assertThat(directory.resolve("data/master.key")).hasContent(first);
        assertThat(Base64.getDecoder().decode(first.strip())).hasSize(32);
    }

    @Test
    void isReadableByItsOwnerAlone() throws IOException {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));

        MasterKeyFile.readOrCreate(directory);

        assertThat(Files.getPosixFilePermissions(directory.resolve("master.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void isOneFileHoweverManyMakeItAtOnce() throws Exception {
        Callable<MasterKey> make = () -> MasterKeyFile.readOrCreate(directory);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var made :
                    threads.invokeAll(Stream.generate(() -> make).limit(8).toList())) {
                made.get();
            }
        }

        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve("master.key"));
        }
    }

    @Test
    void isRefusedInASentenceThatNamesItWhenItHoldsNoKey() throws IOException {
        Path file = Files.writeString(directory.resolve("master.key"), "too short");

        assertThatThrownBy(() -> MasterKeyFile.readOrCreate(directory))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(file.toAbsolutePath() + " must be 32 random bytes in base64");
    }

    @Test
    void isRefusedInASentenceWhenItCannotBeRead() throws IOException {
        Files.createDirectory(directory.resolve("master.key"));

        assertThatThrownBy(() -> MasterKeyFile.readOrCreate(directory))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be read or made");
    }
}
