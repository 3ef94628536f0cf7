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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The token of a projection's run, beside what the run writes. While MongoDB is away, or another store that the projection
 * writes to, no token is there to claim, so that processors ask again at their usual interval, and find their place by
 * themselves once it is back. Where such a store has lost what the projection wrote, the token is given up first, then the
 * run's dead letters, and the store is made ready last: so whatever stops in between, nothing is ever there that the events
 * before the token are missing from.
 */
class ReadModelTokens implements TokenStore {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelTokens.class);
    static final String COLLECTION = "tokens";
    static final String PROCESSOR = "processorName";
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);
    private static final int[] ONE_SEGMENT = {0};

    private final ProjectionRun run;
    private final MongoCollection<Document> stored;
    private final MongoTokenStore tokens;
    private final List<BatchSink> sinks;
    private final Outage outage;
    private final LongSupplier head;
    private final BooleanSupplier live;
    private final Parked parked;
    private volatile boolean waiting;
    private volatile boolean lost;
    /** Of the last token, while this node works on the run. */
    private volatile OptionalLong working = OptionalLong.empty();

    /**
     * @param sinks stores that projections write to
     * @param outage shared by the tokens of all runs
     * @param head index of the log's newest event
     * @param live whether the run is the one that is read
     * @param parked what the run has put aside, to be known before it is worked on
     */
    ReadModelTokens(
            ProjectionRun run,
            MongoDatabase database,
            List<BatchSink> sinks,
            Outage outage,
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
        this.outage = outage;
        this.head = head;
        this.live = live;
        this.parked = parked;
    }

    /** Forgets how far a run has come that is no more. */
    static void forget(MongoDatabase database, ProjectionRun run) {
        database.getCollection(COLLECTION).deleteMany(Filters.eq(PROCESSOR, run.name()));
    }

    @Override
    public void storeToken(TrackingToken token, String processor, int segment) {
        requireNothingLost();
        tokens.storeToken(token, processor, segment);
        working = OptionalLong.of(index(token));
    }

    private void requireNothingLost() {
        if (lost) {
            throw new SearchUnavailable(run.name() + " begins anew: what it wrote is gone", null);
        }
    }

    private static long index(TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        try {
            if (sinks.stream().anyMatch(sink -> sink.isAwayFor(run.projection()))) {
                return keepWaiting("Elasticsearch does not answer");
            }
            List<BatchSink> emptied =
                    sinks.stream().filter(sink -> sink.isLostFor(run)).toList();
            List<Segment> available = emptied.isEmpty() ? availableSegments(processor) : begunAnew(processor, emptied);
            if (waiting) {
                waiting = false;
                LOG.info("Projection {} waits no longer", run.name());
            }
            if (live.getAsBoolean()) {
                working.ifPresent(position -> sinks.forEach(sink -> sink.reached(run, position, head.getAsLong())));
            }
            return available;
        } catch (MongoException | SearchUnavailable away) {
            return keepWaiting(away.getMessage());
        }
    }

    /** Whoever works on the segment has to let go of it first: it fails at its next token. */
    private List<Segment> begunAnew(String processor, List<BatchSink> emptied) {
        lost = true;
        List<Segment> available = working.isPresent() ? List.of() : availableSegments(processor);
        if (!available.isEmpty()) {
            LOG.info("Projection {} begins at the log's first event", run.name());
            available.forEach(segment -> giveUp(processor, segment.getSegmentId()));
            parked.begin();
            emptied.forEach(sink -> sink.beginAnew(run));
            lost = false;
        }
        return available;
    }

    private void giveUp(String processor, int segment) {
        tokens.fetchToken(processor, segment);
        tokens.deleteToken(processor, segment);
        tokens.initializeSegment(null, processor, segment);
    }

    private List<Segment> keepWaiting(String why) {
        if (!waiting) {
            waiting = true;
            LOG.warn("Projection {} waits: {}", run.name(), why);
        }
        return List.of();
    }

    private List<Segment> availableSegments(String processor) {
        List<Segment> available = tokens.fetchAvailableSegments(processor);
        if (available.isEmpty() && tokens.fetchSegments(processor).length == 0) {
            initializeTokenSegments(processor, ONE_SEGMENT.length, null);
            return tokens.fetchAvailableSegments(processor);
        }
        return available;
    }

    /** While MongoDB is away the one segment is taken to be there, so that the application can start. */
    @Override
    public int[] fetchSegments(String processor) {
        if (outage.isFresh()) {
            return ONE_SEGMENT.clone();
        }
        try {
            return tokens.fetchSegments(processor);
        } catch (MongoException away) {
            outage.begin();
            return ONE_SEGMENT.clone();
        }
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, TrackingToken start) {
        stored.createIndex(Indexes.ascending(PROCESSOR, "segment"), new IndexOptions().unique(true));
        tokens.initializeTokenSegments(processor, segments, start);
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        TrackingToken token = tokens.fetchToken(processor, segment);
        parked.load(() -> extendClaim(processor, segment));
        working = OptionalLong.of(index(token));
        return token;
    }

    @Override
    public void extendClaim(String processor, int segment) {
        requireNothingLost();
        tokens.extendClaim(processor, segment);
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        working = OptionalLong.empty();
        tokens.releaseClaim(processor, segment);
    }

    @Override
    public void initializeSegment(TrackingToken token, String processor, int segment) {
        tokens.initializeSegment(token, processor, segment);
    }

    @Override
    public void deleteToken(String processor, int segment) {
        tokens.deleteToken(processor, segment);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return tokens.retrieveStorageIdentifier();
    }
}
