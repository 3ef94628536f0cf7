package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import dev.parley.query.Stores;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that moves a run on at this node: it claims the run's token, takes what the log holds in batches, has them
 * handled, and stores how far it has come. Where that fails it lets go of the token, waits, and goes on behind the last one
 * that was stored, for ever.
 */
final class RunLoop {
    private static final Logger LOG = LoggerFactory.getLogger(RunLoop.class);
    /** How often a claim is tried for, and what belongs to it looked after. */
    private static final long CLAIM_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** How often an idle run looks at the log unasked. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final String name;
    private final Gate gate;
    private final ReadModelTokens tokens;
    private final BatchHandler handler;
    private final IntSupplier most;
    private final Rest rest;
    private final Consumer<TrackingToken> moved;
    private final ScheduledExecutorService keeping;
    private final Thread thread;
    private final StepQueue steps = new StepQueue();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile boolean working;
    private volatile boolean idle;
    private volatile boolean hurried;
    private volatile Optional<Throwable> failure = Optional.empty();
    private long pauseNanos = FIRST_PAUSE_NANOS;
    private long lookedAt;
    /** Where the run is, if that is not stored: nothing was to be done on the way. */
    private Optional<TrackingToken> unstored = Optional.empty();

    /**
     * @param most so many events are looked at for a batch
     * @param keeping renews claims
     * @param moved is told where the run is, on the run's own thread: once it is claimed, and after each batch
     */
    RunLoop(
            ProjectionRun run,
            Gate gate,
            ReadModelTokens tokens,
            BatchHandler handler,
            IntSupplier most,
            Rest rest,
            ScheduledExecutorService keeping,
            Consumer<TrackingToken> moved) {
        this.name = run.name();
        this.gate = gate;
        this.tokens = tokens;
        this.handler = handler;
        this.most = most;
        this.rest = rest;
        this.keeping = keeping;
        this.moved = moved;
        this.thread = Thread.ofPlatform().name("projection-" + name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Completes once the last batch is done and the token is let go of. */
    CompletableFuture<Void> stop() {
        stopping = true;
        LockSupport.unpark(thread);
        return ended;
    }

    /** Whether this node has the run's token; it lets go of it for each pause after a failure. */
    boolean isWorking() {
        return working;
    }

    /** Why the run does not move on, where its last try failed. */
    Optional<Throwable> failure() {
        return failure;
    }

    /** Has something done between two batches, or cancelled where the run is not worked on here. */
    <T> Future<T> between(Callable<T> step) {
        Future<T> asked = steps.add(step);
        LockSupport.unpark(thread);
        if (ended.isDone()) {
            steps.cancelAll();
        }
        return asked;
    }

    /** Ends the pause after a failure. */
    void tryAgain() {
        hurried = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        try {
            while (!stopping) {
                tryToWork();
                steps.cancelAll();
            }
        } finally {
            ended.complete(null);
            steps.cancelAll();
        }
    }

    private void tryToWork() {
        try {
            if (tokens.makeReady()) {
                work();
            } else {
                rest(CLAIM_NANOS);
            }
        } catch (UnableToClaimTokenException | UnableToInitializeTokenException another) {
            LOG.debug("Another node works on {}", name, another);
            failure = Optional.empty();
            rest(CLAIM_NANOS);
        } catch (Exception | Error failed) {
            fail(failed);
            rest(pauseNanos);
            pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
        }
    }

    /** Whoever interrupted the thread did so for what has failed. */
    private void fail(Throwable failed) {
        boolean interrupted = Thread.interrupted();
        boolean told =
                failure.filter(last -> last.getClass() == failed.getClass()).isPresent();
        failure = Optional.of(failed);
        if (!told) {
            Throwable shown = Stores.away(failed) ? null : failed;
            LOG.warn("{} fails, and tries again{}: {}", name, interrupted ? ", interrupted" : "", failed, shown);
        }
    }

    private void work() throws Exception {
        try {
            TrackingToken token = tokens.claim();
            try (var claim = new ClaimKeeper(tokens, keeping);
                    BlockingStream<TrackedEventMessage<?>> log = gate.openStream(token)) {
                log.setOnAvailableCallback(this::wake);
                work(claim, log, token);
            }
        } finally {
            working = false;
            tokens.release();
        }
    }

    private void work(ClaimKeeper claim, BlockingStream<TrackedEventMessage<?>> log, TrackingToken token)
            throws Exception {
        lookedAt = System.nanoTime();
        unstored = Optional.empty();
        moved.accept(token);
        working = true;
        while (!stopping) {
            claim.requireKept();
            steps.takeOne();
            lookAfterToken();
            takeBatch(log);
        }
    }

    private void lookAfterToken() {
        if (System.nanoTime() - lookedAt >= CLAIM_NANOS) {
            tokens.watch();
            unstored.ifPresent(tokens::store);
            unstored = Optional.empty();
            lookedAt = System.nanoTime();
        }
    }

    private void takeBatch(BlockingStream<TrackedEventMessage<?>> log) throws Exception {
        LogBatch batch = LogBatch.next(log, handler::handles, most.getAsInt());
        long begun = System.nanoTime();
        if (!batch.events().isEmpty()) {
            handler.handle(batch.events());
            tokens.store(batch.end().orElseThrow());
        }
        unstored = batch.events().isEmpty() ? batch.end().or(() -> unstored) : Optional.empty();
        failure = Optional.empty();
        pauseNanos = FIRST_PAUSE_NANOS;
        if (batch.end().isPresent()) {
            moved.accept(batch.end().orElseThrow());
            rest(rest.nanosAfter(System.nanoTime() - begun));
        } else {
            idle(log);
        }
    }

    private void idle(BlockingStream<TrackedEventMessage<?>> log) throws InterruptedException {
        idle = true;
        if (!log.hasNextAvailable() && steps.isEmpty() && !stopping) {
            LockSupport.parkNanos(this, LOOK_NANOS);
        }
        idle = false;
    }

    private void wake() {
        if (idle) {
            idle = false;
            LockSupport.unpark(thread);
        }
    }

    /** Ends early where there is something to be done between two batches, or somebody cannot wait. */
    private void rest(long nanos) {
        long begun = System.nanoTime();
        for (long left = nanos; left > 0 && isResting(); left = nanos - (System.nanoTime() - begun)) {
            LockSupport.parkNanos(this, left);
        }
        hurried = false;
    }

    private boolean isResting() {
        return !stopping && !hurried && steps.isEmpty();
    }
}
