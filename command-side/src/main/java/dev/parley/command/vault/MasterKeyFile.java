package dev.parley.command.vault;

import dev.parley.kernel.CannotStart;
import dev.parley.kernel.process.PrivateDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/**
 * The master key of a server that was given none: a file in its data directory, readable by its owner alone where the
 * file system knows owners. It is made once, complete and on disk before anybody sees it.
 */
final class MasterKeyFile {
    private static final String NAME = "master.key";

    private MasterKeyFile() {}

    /** @throws CannotStart if the file cannot be read or made, or holds no key */
    static MasterKey readOrCreate(Path directory) {
        Path file = directory.resolve(NAME).toAbsolutePath().normalize();
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            return MasterKey.parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new CannotStart("The master key in " + file + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    private static void create(Path file) throws IOException {
        PrivateDirectory.create(file.getParent());
        Path draft = file.resolveSibling(NAME + "." + UUID.randomUUID());
        try {
            writeDurably(draft);
            Files.createLink(file, draft);
            PrivateDirectory.force(file.getParent());
        } catch (FileAlreadyExistsException another) {
            // another process was first, and its key is the one
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void writeDurably(Path draft) throws IOException {
        var key = new byte[MasterKey.BYTES];
        new SecureRandom().nextBytes(key);
        String line = Base64.getEncoder().encodeToString(key) + "\n";
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(draft, options, ownerOnly(draft))) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }
}
