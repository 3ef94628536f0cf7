package dev.parley.query.search;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.parley.query.ProjectionRun;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.search.SearchEngine.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Has indexes let go of the bytes of texts that were emptied. Elasticsearch keeps a replaced document in its segments
 * until these are merged, and for as long as a lease says that a copy may yet have to catch up. So once all leases are
 * past the last replacement, a flush trims the index's log, and all segments with replaced documents are merged. How far
 * that has come stands in MongoDB, so that it is taken up again after a restart.
 */
@Component
public class Expunging {
    /** Of each index, by its own name, how far it is. */
    public static final String COLLECTION = "expunging";

    private static final Logger LOG = LoggerFactory.getLogger(Expunging.class);
    private static final String JSON = "application/json";
    private static final int NOT_FOUND = 404;
    private static final String EMPTIED = "emptied";
    private static final String SEQUENCE = "sequence";
    private static final String EXPUNGED = "expunged";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final SearchEngine engine;
    private final MongoCollection<Document> progress;
    private final AtomicBoolean sweeping = new AtomicBoolean();

    public Expunging(SearchEngine engine, MongoDatabase writtenDatabase) {
        this.engine = engine;
        this.progress = writtenDatabase.getCollection(COLLECTION);
    }

    /**
     * How far an index is.
     *
     * @param index its own name
     * @param emptied place in the log of the last erasure after which it holds no text of that person any more
     * @param sequence of the index's own operations: the last that replaced a document for it
     * @param expunged place in the log of the last erasure of which no replaced document is left; -1 for none
     */
    public record Progress(String index, long emptied, long sequence, long expunged) {
        static Progress of(Document stored) {
            return new Progress(
                    stored.getString("_id"),
                    stored.getLong(EMPTIED),
                    stored.getLong(SEQUENCE),
                    stored.get(EXPUNGED, -1L));
        }

        boolean isDone() {
            return expunged >= emptied;
        }
    }

    /** Says that the index, as the current unit of work writes it, was emptied of somebody erased at this position. */
    void emptied(SearchIndex index, long position) {
        String name = index.of(ProjectionRun.current(index.projection()));
        progress.updateOne(
                Filters.eq(name),
                Updates.combine(Updates.max(EMPTIED, position), Updates.max(SEQUENCE, newestSequence(name))),
                UPSERT);
    }

    /** Of every index that was ever emptied of somebody. Waits for MongoDB. */
    public List<Progress> progress() {
        return progress.find().map(Progress::of).into(new ArrayList<>());
    }

    void forget(String index) {
        progress.deleteOne(Filters.eq(index));
    }

    /** On a thread of its own: a merge may take long, and goes on in the server when it is waited for no more. */
    @Scheduled(fixedDelayString = "${parley.erasure.sweep:5s}")
    void sweep() {
        if (sweeping.compareAndSet(false, true)) {
            Thread.ofVirtual().name("expunging").start(() -> {
                try {
                    expunge();
                } finally {
                    sweeping.set(false);
                }
            });
        }
    }

    /** Does as much as can be done now. */
    void expunge() {
        try {
            for (Progress one : progress()) {
                if (!one.isDone()) {
                    expunge(one);
                }
            }
        } catch (SearchUnavailable | MongoException away) {
            LOG.debug("What was erased waits to be expunged: {}", away.toString());
        }
    }

    private void expunge(Progress one) {
        Answer stats = stats(one.index());
        boolean gone = stats.status() == NOT_FOUND;
        if (gone || isPastLeases(one, shards(one.index(), stats))) {
            if (!gone) {
                merge(one);
            }
            progress.updateOne(Filters.eq(one.index()), Updates.max(EXPUNGED, one.emptied()));
            LOG.info("Nothing is left in {} of who was erased up to {}", one.index(), one.emptied());
        }
    }

    private void merge(Progress one) {
        SearchEngine.accepted(engine.send("POST", "/" + one.index() + "/_flush?force=true", JSON, ""));
        SearchEngine.accepted(
                engine.send("POST", "/" + one.index() + "/_forcemerge?only_expunge_deletes=true", JSON, ""));
        SearchEngine.accepted(engine.send("POST", "/" + one.index() + "/_flush?force=true", JSON, ""));
    }

    private static boolean isPastLeases(Progress one, List<JsonNode> shards) {
        return shards.stream()
                .flatMap(shard -> StreamSupport.stream(
                        shard.at("/retention_leases/leases").spliterator(), false))
                .allMatch(lease -> lease.path("retaining_seq_no").asLong() > one.sequence());
    }

    private long newestSequence(String index) {
        return shards(index, stats(index)).stream()
                .mapToLong(shard -> shard.at("/seq_no/max_seq_no").asLong())
                .max()
                .orElse(-1);
    }

    private Answer stats(String index) {
        return engine.send("GET", "/" + index + "/_stats?level=shards", JSON, "");
    }

    private static List<JsonNode> shards(String index, Answer stats) {
        List<JsonNode> shards = new ArrayList<>();
        SearchEngine.accepted(stats)
                .body()
                .path("indices")
                .path(index)
                .path("shards")
                .forEach(copies -> copies.forEach(shards::add));
        return shards;
    }
}
