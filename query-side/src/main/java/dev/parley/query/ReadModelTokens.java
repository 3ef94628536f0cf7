package dev.parley.query;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * The projections' tokens, beside what they write: storing one first sends all that its batch wants written, since Axon
 * stores a batch's token before any other handler of the commit runs. While MongoDB is away, or another store that the
 * projection writes to, no token is there to claim, so that processors ask again at their usual interval, and find
 * their place by themselves once it is back. Where such a store has lost what the projection wrote, the token is given up
 * first, and the store then made ready: so whatever stops in between, nothing is ever there that the events before the
 * token are missing from.
 */
class ReadModelTokens implements TokenStore {
    private static final Logger LOG = LoggerFactory.getLogger(ReadModelTokens.class);
    private static final String COLLECTION = "tokens";
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);
    private static final int[] ONE_SEGMENT = {0};

    private final MongoCollection<Document> stored;
    private final MongoTokenStore tokens;
    private final List<BatchSink> sinks;
    private final Outage outage;
    private final LongSupplier head;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    /** Index of the last token of each processor that works here. */
    private final Map<String, Long> working = new ConcurrentHashMap<>();

    /**
     * @param sinks stores that projections write to
     * @param outage shared by the tokens of all projections
     * @param head index of the log's newest event
     */
    ReadModelTokens(MongoDatabase database, List<BatchSink> sinks, Outage outage, LongSupplier head) {
        this.stored = database.getCollection(COLLECTION);
        this.tokens = MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .trackingTokensCollectionName(COLLECTION)
                        .mongoDatabase(database)
                        .build())
                .serializer(serializer())
                .claimTimeout(CLAIM_TIMEOUT)
                .ensureIndexes(false)
                .build();
        this.sinks = List.copyOf(sinks);
        this.outage = outage;
        this.head = head;
    }

    @Override
    public void storeToken(TrackingToken token, String processor, int segment) {
        requireNothingLost(processor);
        sinks.forEach(BatchSink::flush);
        tokens.storeToken(token, processor, segment);
        working.put(processor, index(token));
    }

    private void requireNothingLost(String processor) {
        if (lost.contains(processor)) {
            throw new SearchUnavailable(processor + " begins anew: what it wrote is gone", null);
        }
    }

    /** A replay that has not begun to read has no place inside its token. */
    private static long index(TrackingToken token) {
        return Optional.ofNullable(token)
                .map(WrappedToken::unwrapLowerBound)
                .map(place -> place.position().orElse(-1))
                .orElse(-1L);
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        try {
            if (sinks.stream().anyMatch(sink -> sink.isAwayFor(processor))) {
                return keepWaiting(processor, "Elasticsearch does not answer");
            }
            List<BatchSink> emptied =
                    sinks.stream().filter(sink -> sink.isLostFor(processor)).toList();
            List<Segment> available = emptied.isEmpty() ? availableSegments(processor) : begunAnew(processor, emptied);
            if (waiting.remove(processor)) {
                LOG.info("Projection {} waits no longer", processor);
            }
            Long position = working.get(processor);
            if (position != null) {
                sinks.forEach(sink -> sink.reached(processor, position, head.getAsLong()));
            }
            return available;
        } catch (MongoException | SearchUnavailable away) {
            return keepWaiting(processor, away.getMessage());
        }
    }

    /** Whoever works on the segment has to let go of it first: it fails at its next token. */
    private List<Segment> begunAnew(String processor, List<BatchSink> emptied) {
        lost.add(processor);
        List<Segment> available = working.containsKey(processor) ? List.of() : availableSegments(processor);
        if (!available.isEmpty()) {
            LOG.warn("Projection {} begins anew: what it wrote is gone", processor);
            available.forEach(segment -> giveUp(processor, segment.getSegmentId()));
            emptied.forEach(sink -> sink.beginAnew(processor));
            lost.remove(processor);
        }
        return available;
    }

    private void giveUp(String processor, int segment) {
        tokens.fetchToken(processor, segment);
        tokens.deleteToken(processor, segment);
        tokens.initializeSegment(null, processor, segment);
    }

    private List<Segment> keepWaiting(String processor, String why) {
        if (waiting.add(processor)) {
            LOG.warn("Projection {} waits: {}", processor, why);
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
        stored.createIndex(Indexes.ascending("processorName", "segment"), new IndexOptions().unique(true));
        tokens.initializeTokenSegments(processor, segments, start);
    }

    @Override
    public TrackingToken fetchToken(String processor, int segment) {
        TrackingToken token = tokens.fetchToken(processor, segment);
        working.put(processor, index(token));
        return token;
    }

    @Override
    public void extendClaim(String processor, int segment) {
        requireNothingLost(processor);
        tokens.extendClaim(processor, segment);
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        working.remove(processor);
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

    /** A token of a replay names the classes of what it holds: Axon's own, and no others, may be made from that. */
    private static Serializer serializer() {
        var axonOnly = BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.polymorphicTypeValidator(axonOnly))
                .build();
    }
}
