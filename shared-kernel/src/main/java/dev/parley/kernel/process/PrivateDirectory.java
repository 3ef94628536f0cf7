package dev.parley.kernel.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories that nobody but their user may look into, where the file system knows such rights. */
public final class PrivateDirectory {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final FileAttribute<?>[] RIGHTS = POSIX
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];

    private PrivateDirectory() {}

    /** Makes it, and what is missing above it, unless it is there. */
    public static Path create(Path directory) throws IOException {
        return Files.createDirectories(directory, RIGHTS);
    }

    /** Comes back once the directory's list of names is on disk, so that what was moved there stays there. */
    public static void force(Path directory) throws IOException {
        if (POSIX) {
            try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
