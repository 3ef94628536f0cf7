package dev.parley.query.projection;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.parley.query.ProjectionRun;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.bson.Document;
import org.bson.types.Binary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Looks up how far other nodes have brought the runs that they work on, and has {@link ProjectionPositions} know: each
 * second, and every 25 ms while somebody waits for one. It is one read of the tokens, of which there is one for each run.
 * While MongoDB is away nothing is learnt.
 */
@Component
class OtherNodes implements SmartInitializingSingleton, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OtherNodes.class);
    private static final Duration WHILE_AWAITED = Duration.ofMillis(25);
    private static final Duration AT_LEAST = Duration.ofSeconds(1);
    /** What the token store calls this node. */
    private static final String THIS_NODE = ManagementFactory.getRuntimeMXBean().getName();

    private final MongoCollection<Document> tokens;
    private final ProjectionPositions positions;
    private final Supervisor supervisor;
    private final Serializer serializer = Jackson3Serializer.builder().build();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("other-nodes").factory());
    private long lookedAt = System.nanoTime();

    OtherNodes(MongoDatabase writtenDatabase, ProjectionPositions positions, Supervisor supervisor) {
        this.tokens = writtenDatabase.getCollection(ReadModelTokens.COLLECTION);
        this.positions = positions;
        this.supervisor = supervisor;
    }

    @Override
    public void afterSingletonsInstantiated() {
        looking.scheduleWithFixedDelay(
                this::lookIfDue, AT_LEAST.toMillis(), WHILE_AWAITED.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookIfDue() {
        boolean due = System.nanoTime() - lookedAt >= AT_LEAST.toNanos();
        try {
            if (due || positions.isAwaited()) {
                lookedAt = System.nanoTime();
                look();
            }
        } catch (MongoException away) {
            LOG.debug("How far other nodes are is not known", away);
        } catch (RuntimeException unreadable) { // whatever it is, the next look may fare better
            LOG.warn("How far other nodes are cannot be read", unreadable);
        }
    }

    private void look() {
        Map<String, ProjectionRun> runs = supervisor.known().stream()
                .map(Registered::moving)
                .flatMap(Collection::stream)
                .collect(Collectors.toMap(ProjectionRun::name, Function.identity()));
        for (Document stored : tokens.find()) {
            ProjectionRun run = runs.get(stored.getString(ReadModelTokens.PROCESSOR));
            if (run != null && !THIS_NODE.equals(stored.getString("owner"))) {
                positions.advance(run, token(stored).orElse(null));
            }
        }
    }

    private Optional<TrackingToken> token(Document stored) {
        return Optional.ofNullable(stored.get("token", Binary.class))
                .map(bytes -> serializer.deserialize(new SimpleSerializedObject<>(
                        bytes.getData(), byte[].class, stored.getString("tokenType"), null)));
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
