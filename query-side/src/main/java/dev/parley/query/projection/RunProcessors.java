package dev.parley.query.projection;

import com.mongodb.client.MongoDatabase;
import dev.parley.query.BatchSink;
import dev.parley.query.LiveVersions;
import dev.parley.query.ProjectionCatalog;
import dev.parley.query.ProjectionRun;
import dev.parley.query.projection.BatchExecutor.Haste;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
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
    private final Outage outage = new Outage();

    RunProcessors(
            ProjectionCatalog catalog,
            MongoDatabase writtenDatabase,
            List<BatchSink> sinks,
            WakefulSource log,
            ProjectionPositions positions,
            LiveVersions versions) {
        this.catalog = catalog;
        this.database = writtenDatabase;
        this.sinks = sinks;
        this.log = log;
        this.positions = positions;
        this.versions = versions;
    }

    RunProcessor of(ProjectionRun run, EventHandlerInvoker handlers) {
        var gate = new Gate(log);
        var running = new AtomicReference<PooledStreamingEventProcessor>();
        BatchExecutor worker = worker(run, running);
        var reader = new ReadingExecutor(run.name());
        PooledStreamingEventProcessor processor = PooledStreamingEventProcessor.builder()
                .name(run.name())
                .eventHandlerInvoker(new RunInvoker(run, handlers))
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(gate)
                .tokenStore(new ReadModelTokens(run, database, sinks, outage, positions::head, () -> isLive(run)))
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(reader)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .initialToken(source -> null)
                .batchSize(BATCH_SIZE)
                .tokenClaimInterval(CLAIM_INTERVAL_MILLIS)
                .claimExtensionThreshold(CLAIM_INTERVAL_MILLIS)
                .build();
        running.set(processor);
        return new RunProcessor(run, processor, gate, List.of(reader, worker));
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
