package dev.parley.api.start;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.parley.kernel.CannotStart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** The directory with everything that the embedded stack stores, of which one server at a time has the use. */
final class DataDirectory implements AutoCloseable {
    private static final int MAX_TEXT_BYTES = 20;
    /** Some systems keep others from reading what is locked. */
    private static final long BEHIND_ALL_TEXT = 1_000;

    private final FileChannel lock;

    private DataDirectory(FileChannel lock) {
        this.lock = lock;
    }

    /**
     * Makes it where it is missing, and keeps every other server out until it is closed; the end of this process does
     * that too.
     *
     * @throws CannotStart if another server has it, if it cannot be written to, or if its disk is nearly full
     */
    static DataDirectory take(Path directory, DataSize minimumFree) {
        try {
            Files.createDirectories(directory);
            requireSpace(directory, minimumFree);
            return new DataDirectory(lock(directory));
        } catch (IOException e) {
            throw new CannotStart(
                    "The data directory " + directory + " cannot be written to (" + reason(e)
                            + "): change its rights, or choose another directory with parley.data-directory.",
                    e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel lock = FileChannel.open(directory.resolve("parley.lock"), CREATE, READ, WRITE);
        if (!isLocked(lock)) {
            String owner = owner(lock);
            lock.close();
            throw new CannotStart("The data directory " + directory + " is in use by another Parley" + owner
                    + ": stop that one, or choose another directory with parley.data-directory.");
        }
        sign(lock);
        return lock;
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(BEHIND_ALL_TEXT, 1, false) != null;
        } catch (OverlappingFileLockException e) {
            return false; // another server in this process
        }
    }

    private static void requireSpace(Path directory, DataSize minimum) throws IOException {
        var free = DataSize.ofBytes(Files.getFileStore(directory).getUsableSpace());
        if (free.compareTo(minimum) < 0) {
            throw new CannotStart("Only " + free.toMegabytes() + " MB are free for the data directory " + directory
                    + ": make room for " + minimum.toMegabytes()
                    + " MB, or ask for less with parley.minimum-free-disk.");
        }
    }

    private static void sign(FileChannel lock) throws IOException {
        String process = Long.toString(ProcessHandle.current().pid());
        lock.truncate(0).write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String owner(FileChannel lock) throws IOException {
        var text = ByteBuffer.allocate(MAX_TEXT_BYTES);
        lock.read(text);
        String process = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
        return process.isEmpty() ? "" : ", process " + process;
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case FileAlreadyExistsException exists -> "there is a file of that name";
            default -> String.valueOf(e.getMessage());
        };
    }
}
