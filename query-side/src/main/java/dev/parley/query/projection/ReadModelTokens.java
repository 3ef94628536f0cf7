package dev.parley.query.projection;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.parley.query.BatchSink;
import dev.parley.query.ProjectionRun;
import dev.parley.query.SearchUnavailable;
import dev.parley.query.projection.letter.Parked;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token of a projection's run, beside what the run writes: one node claims it at a time. While MongoDB is away, or another
 * store that the projection writes to, there is none to claim. Where such a store has lost what the projection wrote, the
 * token is given up first, then the run's dead letters, and the store is made ready last: so whatever stops in between,
 * nothing is ever there that the events before the token are missing from. Used by the run's own thread alone, but for keeping
 * it.
 */
class ReadModelTokens {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelTokens.class);
    static final String COLLECTION = "tokens";
    static final String PROCESSOR = "processorName";
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);
    private static final int SEGMENT = Segment.ROOT_SEGMENT.getSegmentId();

    private final ProjectionRun run;
    private final MongoCollection<Document> stored;
    private final MongoTokenStore tokens;
    private final List<BatchSink> sinks;
    private final LongSupplier head;
    private final BooleanSupplier live;
    private final Parked parked;
    private boolean waiting;
    private long position;

    /**
     * @param sinks stores that projections write to
     * @param head index of the log's newest event
     * @param live whether the run is the one that is read
     * @param parked what the run has put aside, to be known before it is worked on
     */
    ReadModelTokens(
            ProjectionRun run,
            MongoDatabase database,
            List<BatchSink> sinks,
            LongSupplier head,
            BooleanSupplier live,
            Parked parked) {
        this.run = run;
        this.stored = database.getCollection(COLLECTION);
        this.tokens = MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .trackingTokensCollectionName(COLLECTION)
                        .mongoDatabase(database)
                        .build())
                .serializer(Jackson3Serializer.builder().build())
                .claimTimeout(CLAIM_TIMEOUT)
                .ensureIndexes(false)
                .build();
        this.sinks = List.copyOf(sinks);
        this.head = head;
        this.live = live;
        this.parked = parked;
    }

    /** Forgets how far a run has come that is no more. */
    static void forget(MongoDatabase database, ProjectionRun run) {
        database.getCollection(COLLECTION).deleteMany(Filters.eq(PROCESSOR, run.name()));
    }

    /**
     * Has a token made where there is none, and begin anew where a store has lost all.
     *
     * @return whether it is there to be claimed
     */
    boolean makeReady() {
        try {
            if (sinks.stream().anyMatch(sink -> sink.isAwayFor(run.projection()))) {
                return keepWaiting("Elasticsearch does not answer");
            }
            boolean there = isAvailable();
            List<BatchSink> emptied = emptied();
            if (there && !emptied.isEmpty()) {
                beginAnew(emptied);
            }
            if (waiting) {
                waiting = false;
                LOG.info("Projection {} waits no longer", run.name());
            }
            return there;
        } catch (MongoException | SearchUnavailable away) {
            return keepWaiting(away.getMessage());
        }
    }

    private boolean isAvailable() {
        if (!tokens.fetchAvailableSegments(run.name()).isEmpty()) {
            return true;
        }
        if (tokens.fetchSegments(run.name()).length > 0) {
            return false;
        }
        stored.createIndex(Indexes.ascending(PROCESSOR, "segment"), new IndexOptions().unique(true));
        tokens.initializeTokenSegments(run.name(), 1, null);
        return true;
    }

    private List<BatchSink> emptied() {
        return sinks.stream().filter(sink -> sink.isLostFor(run)).toList();
    }

    private void beginAnew(List<BatchSink> emptied) {
        LOG.info("Projection {} begins at the log's first event", run.name());
        tokens.fetchToken(run.name(), SEGMENT);
        tokens.deleteToken(run.name(), SEGMENT);
        tokens.initializeSegment(null, run.name(), SEGMENT);
        parked.begin();
        emptied.forEach(sink -> sink.beginAnew(run));
    }

    private boolean keepWaiting(String why) {
        if (!waiting) {
            waiting = true;
            LOG.warn("Projection {} waits: {}", run.name(), why);
        }
        return false;
    }

    /**
     * Has the run worked on by this node alone from now on, until it lets go of the token or neither stores nor keeps one for
     * 5 s.
     *
     * @return how far the run is; null before its first event
     * @throws UnableToClaimTokenException where another node works on it
     */
    TrackingToken claim() {
        TrackingToken token = tokens.fetchToken(run.name(), SEGMENT);
        parked.load(this::keep);
        position = index(token);
        return token;
    }

    private static long index(TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    /** @throws UnableToClaimTokenException where another node works on the run */
    void store(TrackingToken token) {
        tokens.storeToken(token, run.name(), SEGMENT);
        position = index(token);
    }

    /** @throws UnableToClaimTokenException where another node works on the run */
    void keep() {
        tokens.extendClaim(run.name(), SEGMENT);
    }

    /**
     * Tells the stores how far the run is, where that is read. To be called about once a second.
     *
     * @throws SearchUnavailable where a store has lost what the run wrote, so that it must begin anew
     */
    void watch() {
        if (isLost()) {
            throw new SearchUnavailable(run.name() + " begins anew: what it wrote is gone", null);
        }
    }

    /** A store that does not answer has lost nothing as far as is known. */
    private boolean isLost() {
        try {
            boolean lost = !emptied().isEmpty();
            if (!lost && live.getAsBoolean()) {
                sinks.forEach(sink -> sink.reached(run, position, head.getAsLong()));
            }
            return lost;
        } catch (SearchUnavailable away) {
            LOG.debug("Projection {} cannot ask", run.name(), away);
            return false;
        }
    }

    /** Another node can claim the token from now on; 5 s later where MongoDB is away. */
    void release() {
        try {
            tokens.releaseClaim(run.name(), SEGMENT);
        } catch (RuntimeException away) {
            LOG.debug("Projection {} is not let go of", run.name(), away);
        }
    }
}
