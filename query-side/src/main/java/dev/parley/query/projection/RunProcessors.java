package dev.parley.query.projection;

import com.mongodb.client.MongoDatabase;
import dev.parley.query.BatchSink;
import dev.parley.query.LiveVersions;
import dev.parley.query.ProjectionCatalog;
import dev.parley.query.ProjectionRun;
import dev.parley.query.projection.BatchExecutor.Haste;
import dev.parley.query.projection.RunProcessor.Threads;
import dev.parley.query.projection.letter.Blame;
import dev.parley.query.projection.letter.Parked;
import dev.parley.query.projection.letter.ParkedRuns;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Makes what moves a run on. */
@Component
class RunProcessors {
    private static final int BATCH_SIZE = 1_000;
    private static final long CLAIM_INTERVAL_MILLIS = 1_000;

    private final ProjectionCatalog catalog;
    private final MongoDatabase database;
    private final List<BatchSink> sinks;
    private final WakefulSource log;
    private final ProjectionPositions positions;
    private final LiveVersions versions;
    private final EventStore store;
    private final ParkedRuns parkedRuns;
    private final Outage outage = new Outage();

    RunProcessors(
            ProjectionCatalog catalog,
            MongoDatabase writtenDatabase,
            List<BatchSink> sinks,
            WakefulSource log,
            EventStore store,
            ProjectionPositions positions,
            LiveVersions versions,
            ParkedRuns parkedRuns) {
        this.catalog = catalog;
        this.database = writtenDatabase;
        this.sinks = sinks;
        this.log = log;
        this.store = store;
        this.positions = positions;
        this.versions = versions;
        this.parkedRuns = parkedRuns;
    }

    RunProcessor of(ProjectionRun run, EventHandlerInvoker handlers) {
        Parked parked = parkedRuns.of(run);
        var gate = new Gate(log, parked::isFull);
        var running = new AtomicReference<PooledStreamingEventProcessor>();
        BatchExecutor worker = worker(run, running);
        var reader = new ReadingExecutor(run.name());
        var tokens = new ReadModelTokens(run, database, sinks, outage, positions::head, () -> isLive(run), parked);
        var settings = PooledStreamingEventProcessor.builder()
                .name(run.name())
                .eventHandlerInvoker(new RunInvoker(run, handlers))
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(gate)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(reader)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .initialToken(source -> null)
                .batchSize(BATCH_SIZE)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(CLAIM_INTERVAL_MILLIS);
        var processor = new BatchProcessor(settings, sinks, parked, isOnEvent(run));
        running.set(processor);
        var redelivery = new Redelivery(parked, store, processor);
        return new RunProcessor(processor, gate, parked, redelivery, new Threads(reader, worker));
    }

    /** What operators ask for is never put aside: whoever would have it handled again has to ask for that. */
    private static Predicate<Throwable> isOnEvent(ProjectionRun run) {
        return run.projection().equals(Operations.PROJECTION) ? failure -> false : Blame::isOnEvent;
    }

    private boolean isLive(ProjectionRun run) {
        return versions.of(run.projection()).equals(run);
    }

    private Haste haste(ProjectionRun run) {
        if (positions.lag(run) <= BATCH_SIZE) {
            return Haste.KEEPS_UP;
        }
        return positions.isWritten() && !isLive(run) ? Haste.GIVES_WAY : Haste.HURRIES;
    }

    private BatchExecutor worker(ProjectionRun run, AtomicReference<PooledStreamingEventProcessor> running) {
        var catchUp = new CatchUpLog(run.name(), positions::head, System::nanoTime);
        return new BatchExecutor(run.name(), catalog.restOf(run.projection()), () -> haste(run), () -> {
            running.get()
                    .processingStatus()
                    .values()
                    .forEach(status -> positions.advance(run, status.getTrackingToken()));
            catchUp.at(positions.index(run));
        });
    }
}
