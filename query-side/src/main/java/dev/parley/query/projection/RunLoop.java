package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import dev.parley.query.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
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
    /** How often a claim is tried for, or renewed. */
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
    private final Thread thread;
    private final Queue<FutureTask<?>> steps = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile boolean working;
    private volatile boolean idle;
    private volatile Optional<Throwable> failure = Optional.empty();
    private long pauseNanos = FIRST_PAUSE_NANOS;
    private long claimedAt;
    /** Where the run is, if that is not stored: nothing was to be done on the way. */
    private Optional<TrackingToken> unstored = Optional.empty();

    /**
     * What was taken from the log at once.
     *
     * @param events those that the projection does something with
     * @param end place of the last that was looked at; empty where there was none
     */
    private record Batch(List<TrackedEventMessage<?>> events, Optional<TrackingToken> end) {}

    /**
     * @param most so many events are looked at for a batch
     * @param moved is told where the run is, on the run's own thread: once it is claimed, and after each batch
     */
    RunLoop(
            ProjectionRun run,
            Gate gate,
            ReadModelTokens tokens,
            BatchHandler handler,
            IntSupplier most,
            Rest rest,
            Consumer<TrackingToken> moved) {
        this.name = run.name();
        this.gate = gate;
        this.tokens = tokens;
        this.handler = handler;
        this.most = most;
        this.rest = rest;
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

    /** Whether this node has the run's token. */
    boolean isWorking() {
        return working;
    }

    /** Why the run does not move on, where its last try failed. */
    Optional<Throwable> failure() {
        return failure;
    }

    /** Has something done between two batches, or cancelled where the run stops. */
    <T> Future<T> between(Callable<T> step) {
        var task = new FutureTask<>(step);
        steps.add(task);
        LockSupport.unpark(thread);
        if (ended.isDone()) {
            task.cancel(false);
        }
        return task;
    }

    /** Ends the pause after a failure. */
    void tryAgain() {
        between(() -> null);
    }

    private void run() {
        while (!stopping) {
            doSteps();
            try {
                if (tokens.areThere()) {
                    work();
                } else {
                    rest(CLAIM_NANOS);
                }
            } catch (UnableToClaimTokenException | UnableToInitializeTokenException another) {
                LOG.debug("Another node works on {}", name, another);
                rest(CLAIM_NANOS);
            } catch (Exception | Error failed) {
                fail(failed);
                rest(pauseNanos);
                pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
            }
        }
        ended.complete(null);
        steps.forEach(step -> step.cancel(false));
    }

    private void fail(Throwable failed) {
        boolean told = failure.filter(last -> last.toString().equals(failed.toString()))
                .isPresent();
        failure = Optional.of(failed);
        if (!told) {
            LOG.warn("{} fails, and tries again: {}", name, failed.toString(), Stores.away(failed) ? null : failed);
        }
    }

    private void work() throws Exception {
        TrackingToken token = tokens.claim();
        claimedAt = System.nanoTime();
        unstored = Optional.empty();
        try (BlockingStream<TrackedEventMessage<?>> log = gate.openStream(token)) {
            log.setOnAvailableCallback(this::wake);
            moved.accept(token);
            working = true;
            while (!stopping) {
                doSteps();
                keepClaim();
                takeBatch(log);
            }
        } finally {
            working = false;
            tokens.release();
        }
    }

    private void doSteps() {
        for (FutureTask<?> step = steps.poll(); step != null; step = steps.poll()) {
            step.run();
        }
    }

    private void keepClaim() {
        if (System.nanoTime() - claimedAt >= CLAIM_NANOS) {
            tokens.watch();
            unstored.ifPresentOrElse(tokens::store, tokens::keep);
            unstored = Optional.empty();
            claimedAt = System.nanoTime();
        }
    }

    private void takeBatch(BlockingStream<TrackedEventMessage<?>> log) throws Exception {
        Batch batch = next(log);
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

    /** What there is, without waiting for more. Events that became of one stored event come together. */
    private Batch next(BlockingStream<TrackedEventMessage<?>> log) throws InterruptedException {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        TrackingToken end = null;
        int mostNow = most.getAsInt();
        for (int looked = 0; log.hasNextAvailable() && (looked < mostNow || isAt(end, log)); looked++) {
            TrackedEventMessage<?> event = log.nextAvailable();
            end = event.trackingToken();
            if (handler.handles(event.getPayloadType())) {
                events.add(event);
            } else {
                log.skipMessagesWithPayloadTypeOf(event);
            }
        }
        return new Batch(events, Optional.ofNullable(end));
    }

    private static boolean isAt(TrackingToken place, BlockingStream<TrackedEventMessage<?>> log) {
        return log.peek().filter(next -> next.trackingToken().equals(place)).isPresent();
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

    /** Ends early where there is something to be done between two batches. */
    private void rest(long nanos) {
        long begun = System.nanoTime();
        for (long left = nanos; left > 0 && steps.isEmpty() && !stopping; left = nanos - (System.nanoTime() - begun)) {
            LockSupport.parkNanos(this, left);
        }
    }
}
