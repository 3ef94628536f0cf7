package dev.parley.query.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.time.Clock;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Says when a command met a page of the file that cannot be read: H2 looks at a page no sooner than it needs it. */
final class DamageWatchingBackend extends H2Backend {
    private static final Set<Integer> DAMAGE = Set.of(
            DataUtils.ERROR_READING_FAILED,
            DataUtils.ERROR_FILE_CORRUPT,
            DataUtils.ERROR_SERIALIZATION,
            DataUtils.ERROR_CHUNK_NOT_FOUND,
            DataUtils.ERROR_BLOCK_NOT_FOUND);

    private final Runnable damageFound;

    DamageWatchingBackend(MVStore store, Clock clock, Runnable damageFound) {
        super(store, clock);
        this.damageFound = damageFound;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new ReadModelDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MVStoreException e) {
            if (DAMAGE.contains(e.getErrorCode())) {
                damageFound.run();
            }
            throw e;
        }
    }
}
