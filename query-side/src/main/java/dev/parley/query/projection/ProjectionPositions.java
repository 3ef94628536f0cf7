package dev.parley.query.projection;

import com.mongodb.MongoClientException;
import dev.parley.query.Positions;
import dev.parley.query.ProjectionRun;
import dev.parley.query.live.LogListener;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackingToken;

/**
 * How far the runs of projections and the tail of this node's log are, kept in memory: of what other nodes work on,
 * {@link OtherNodes} tells. What is read of a projection is also judged by what the tail has seen (may this person read
 * the room?), so both must have come as far.
 */
class ProjectionPositions implements Positions, LogListener {
    private static final long PATIENCE_MILLIS = 2_000;
    private static final long BUSY_NANOS = TimeUnit.SECONDS.toNanos(1);
    /** What a run on this node stores comes sooner, as long as it keeps up. */
    private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Map<ProjectionRun, Progress> runs = new ConcurrentHashMap<>();
    private final Progress tail = new Progress();
    private final Function<String, ProjectionRun> live;
    private final Function<String, CompletableFuture<Void>> show;
    private volatile long writtenAt = System.nanoTime() - BUSY_NANOS;

    /**
     * @param head of the log when its tail begins to be read
     * @param live the run of a projection that is read
     * @param show has everything found that a projection has stored
     */
    ProjectionPositions(
            TrackingToken head, Function<String, ProjectionRun> live, Function<String, CompletableFuture<Void>> show) {
        this.live = live;
        this.show = show;
        tail.advance(head);
    }

    @Override
    public CompletableFuture<Void> reached(String projection, long position) {
        Progress progress;
        try {
            progress = progress(live.apply(projection));
        } catch (MongoClientException unknown) {
            return CompletableFuture.failedFuture(unknown);
        }
        CompletableFuture<Void> both = CompletableFuture.allOf(progress.reached(position), tail.reached(position));
        return both.exceptionallyCompose(late -> CompletableFuture.failedFuture(new NotYet(projection, position)))
                .thenCompose(stored -> show.apply(projection));
    }

    @Override
    public CompletableFuture<Void> seen(long position) {
        return tail.reached(position)
                .exceptionallyCompose(late -> CompletableFuture.failedFuture(new NotYet("The log's tail", position)));
    }

    @Override
    public void on(DomainEventMessage<?> event, TrackingToken at) {
        writtenAt = System.nanoTime();
        tail.advance(at);
    }

    /** Whether something was written to the log within the last second, so that somebody is served. */
    boolean isWritten() {
        return System.nanoTime() - writtenAt < BUSY_NANOS;
    }

    /** The run has stored everything that this token covers. */
    void advance(ProjectionRun run, TrackingToken token) {
        progress(run).advance(token);
    }

    /** Whether somebody has waited for a run for longer than one on this node would need. */
    boolean isAwaited() {
        long now = System.nanoTime();
        return runs.values().stream().anyMatch(progress -> progress.isAwaitedSince(now - SOON_NANOS));
    }

    /** Completes once the run has stored everything up to a position; fails with a timeout after 2 s. */
    CompletableFuture<Void> reached(ProjectionRun run, long position) {
        return progress(run).reached(position);
    }

    /** Forgets a run that is no more. */
    void forget(ProjectionRun run) {
        runs.remove(run);
    }

    /** Index of the newest event that the tail has seen. */
    long head() {
        return tail.index();
    }

    /** Index up to which the run has stored what it makes of the events; -1 before the first. */
    long index(ProjectionRun run) {
        return progress(run).index();
    }

    /** Events between what the run has stored and what the tail has seen; 0 when it is ahead. */
    long lag(ProjectionRun run) {
        return Math.max(0, head() - index(run));
    }

    private Progress progress(ProjectionRun run) {
        return runs.computeIfAbsent(run, name -> new Progress());
    }

    private static final class Progress {
        private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
        private volatile TrackingToken token;

        CompletableFuture<Void> reached(long position) {
            if (covers(position)) {
                return CompletableFuture.completedFuture(null);
            }
            var waiter = new Waiter(position, System.nanoTime(), new CompletableFuture<>());
            waiters.add(waiter);
            release();
            return waiter.reached()
                    .orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .whenComplete((done, late) -> waiters.remove(waiter));
        }

        void advance(TrackingToken reached) {
            token = reached;
            release();
        }

        boolean isAwaitedSince(long nanos) {
            Waiter first = waiters.peek();
            return first != null && first.since() - nanos < 0;
        }

        long index() {
            TrackingToken last = token;
            return last == null ? -1 : last.position().orElse(-1);
        }

        /** An event may become visible after others with a higher index: until then it is a gap in the token. */
        private boolean covers(long position) {
            TrackingToken last = token;
            boolean missing = last instanceof GapAwareTrackingToken gapAware
                    && gapAware.getGaps().contains(position);
            return index() >= position && !missing;
        }

        private void release() {
            for (Waiter waiter : waiters) {
                if (covers(waiter.position())) {
                    waiter.reached().complete(null);
                }
            }
        }
    }

    /** @param since as {@link System#nanoTime()} tells */
    private record Waiter(long position, long since, CompletableFuture<Void> reached) {}
}
