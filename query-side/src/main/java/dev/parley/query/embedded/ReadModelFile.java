package dev.parley.query.embedded;

import dev.parley.kernel.CannotStart;
import dev.parley.kernel.process.PrivateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file with the read models and the projections' places in the log. One that cannot be read is set aside, under a
 * name with the time, and an empty one takes its place: the projections then fill it from the log again. Nothing is
 * deleted.
 */
final class ReadModelFile {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelFile.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int CACHE_MEGABYTES = 32;
    /** What has changed is written each second, or sooner when it comes to this: every time whole pages, for one document too. */
    private static final int UNWRITTEN_KILOBYTES = 8 * 1_024;

    private final Path file;
    private final Path damaged;
    private final Clock clock;

    ReadModelFile(Path directory, Clock clock) {
        this.file = directory.resolve("read-models-2.mv");
        this.damaged = directory.resolve("read-models.damaged");
        this.clock = clock;
    }

    /**
     * Opens it.
     *
     * @throws CannotStart if another process has it open
     */
    DamageWatchingBackend open() throws IOException {
        PrivateDirectory.create(file.getParent());
        if (Files.exists(damaged)) {
            setAside("it was found to be damaged");
        }
        try {
            return backend();
        } catch (RuntimeException e) { // H2 meets rubbish with whatever it makes of it
            if (isLocked(e)) {
                throw new CannotStart("The read models in " + file + " are in use by another process.", e);
            }
            setAside(String.valueOf(e.getMessage()));
            return backend();
        }
    }

    private static boolean isLocked(RuntimeException failure) {
        return failure instanceof MVStoreException store && store.getErrorCode() == DataUtils.ERROR_FILE_LOCKED;
    }

    /** To be told when a part of the open file turns out to be unreadable: the next start sets it aside. */
    private void foundDamaged() {
        try {
            Files.createFile(damaged);
            LOG.error("The read models in {} are damaged: the next start sets them aside and rebuilds them", file);
        } catch (IOException e) {
            LOG.debug("Already told", e);
        }
    }

    private DamageWatchingBackend backend() {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .autoCommitBufferSize(UNWRITTEN_KILOBYTES)
                .open();
        try {
            return new DamageWatchingBackend(store, clock, this::foundDamaged);
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
    }

    private void setAside(String why) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable-" + TIME.format(clock.instant()));
        if (Files.exists(file)) {
            Files.move(file, aside);
        }
        Files.deleteIfExists(damaged);
        LOG.warn("The read models could not be read ({}); they are kept as {} and rebuilt from the log", why, aside);
    }
}
