package dev.parley.command.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** A tar archive compressed by xz, unpacked so that its directory appears whole or not at all. */
final class Archive {
    private static final int ANYONE_MAY_EXECUTE = 0b001_001_001;

    private Archive() {}

    /** What an interrupted call left behind is removed by the next one. */
    static synchronized void unpack(InputStream archive, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Path unpacking = target.resolveSibling(target.getFileName() + ".unpacking");
        FileSystemUtils.deleteRecursively(unpacking);
        Files.createDirectories(unpacking);
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, unpacking.resolve(entry.getName()));
            }
        }
        Files.move(unpacking, target);
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        if ((entry.getMode() & ANYONE_MAY_EXECUTE) != 0 && !path.toFile().setExecutable(true, false)) {
            throw new IOException(path + " cannot be made executable");
        }
    }
}
