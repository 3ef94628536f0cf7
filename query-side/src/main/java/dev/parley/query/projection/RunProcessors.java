package dev.parley.query.projection;

import com.mongodb.client.MongoDatabase;
import dev.parley.query.BatchSink;
import dev.parley.query.LiveVersions;
import dev.parley.query.ProjectionCatalog;
import dev.parley.query.ProjectionRun;
import dev.parley.query.projection.Rest.Haste;
import dev.parley.query.projection.letter.Blame;
import dev.parley.query.projection.letter.Parked;
import dev.parley.query.projection.letter.ParkedRuns;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Makes what moves a run on. */
@Component
class RunProcessors implements DisposableBean {
    /** A run that is no more events behind keeps up; it takes as many at once. */
    private static final int NEAR = 1_000;
    /**
     * Taken at once by a run that is to be read, while nobody is served: a document that is changed over and over is so written
     * less often. One run is filled at a time; such batches of all that are read, or kept, would fill the heap.
     */
    private static final int MANY = 4_000;

    private final ProjectionCatalog catalog;
    private final MongoDatabase database;
    private final List<BatchSink> sinks;
    private final WakefulSource log;
    private final ProjectionPositions positions;
    private final LiveVersions versions;
    private final EventStore store;
    private final ParkedRuns parkedRuns;
    private final ScheduledExecutorService keeping = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("claims-", 0).daemon().factory());

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
        var tokens = new ReadModelTokens(run, database, sinks, positions::head, () -> isLive(run), parked);
        var handler = new BatchHandler(handlers, sinks, parked, isOnEvent(run));
        var rest = new Rest(catalog.restOf(run.projection()), () -> haste(run));
        var loop = new RunLoop(run, gate, tokens, handler, () -> most(run), rest, keeping, moved(run));
        return new RunProcessor(loop, gate, parked, new Redelivery(parked, store, handler));
    }

    /** What operators ask for is never put aside: whoever would have it handled again has to ask for that. */
    private static Predicate<Throwable> isOnEvent(ProjectionRun run) {
        return run.projection().equals(Operations.PROJECTION) ? failure -> false : Blame::isOnEvent;
    }

    private boolean isLive(ProjectionRun run) {
        return versions.of(run.projection()).equals(run);
    }

    private int most(ProjectionRun run) {
        boolean fresh = run.version() > versions.of(run.projection()).version();
        return fresh && haste(run) == Haste.HURRIES ? MANY : NEAR;
    }

    private Haste haste(ProjectionRun run) {
        if (positions.lag(run) <= NEAR) {
            return Haste.KEEPS_UP;
        }
        return positions.isWritten() && !isLive(run) ? Haste.GIVES_WAY : Haste.HURRIES;
    }

    private Consumer<TrackingToken> moved(ProjectionRun run) {
        var catchUp = new CatchUpLog(run.name(), positions::head, System::nanoTime);
        return place -> {
            positions.advance(run, place);
            catchUp.at(positions.index(run));
        };
    }

    @Override
    public void destroy() {
        keeping.shutdown();
    }
}
