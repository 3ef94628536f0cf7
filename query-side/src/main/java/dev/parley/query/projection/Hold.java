package dev.parley.query.projection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;

/**
 * Two runs of a projection that stand still for a moment. Whoever reads meanwhile reads what is there; whoever waits for
 * what comes after waits that long.
 */
final class Hold {
    /** A run that is further behind than this is not waited for. */
    private static final long NEAR = 2_000;

    private static final int TRIES = 4;

    private final ProjectionPositions positions;

    Hold(ProjectionPositions positions) {
        this.positions = positions;
    }

    /** Whether the one is so near to the other that a hold would be short. */
    boolean isNear(RunProcessor one, RunProcessor other) {
        return positions.index(other.run()) - positions.index(one.run()) < NEAR;
    }

    /**
     * Does something while both are at one position, which it is given.
     *
     * @throws CompletionException which {@link #isLate} if they do not come there within 2 s, several times
     */
    <T> T bothAtOnePlace(Pair pair, LongFunction<T> action) {
        for (int tried = 1; ; tried++) {
            try {
                return hold(pair, true, action);
            } catch (CompletionException late) {
                if (tried == TRIES || !isLate(late)) {
                    throw late;
                }
            }
        }
    }

    /**
     * Does something while both are at one position; or, where the run that is read does not come there, as it fails at an
     * event, while the other alone is.
     */
    <T> T otherAtLeast(Pair pair, LongFunction<T> action) {
        try {
            return bothAtOnePlace(pair, action);
        } catch (CompletionException late) {
            if (!isLate(late)) {
                throw late;
            }
            return hold(pair, false, action);
        }
    }

    private <T> T hold(Pair pair, boolean both, LongFunction<T> action) {
        Gate live = pair.live().gate();
        Gate other = pair.other().gate();
        try {
            long position = Math.max(live.hold(), other.hold());
            live.holdAt(position);
            other.holdAt(position);
            CompletableFuture<Void> there = positions.reached(pair.other().run(), position);
            CompletableFuture<Void> liveThere =
                    both ? positions.reached(pair.live().run(), position) : CompletableFuture.completedFuture(null);
            CompletableFuture.allOf(there, liveThere).join();
            return action.apply(position);
        } finally {
            live.release();
            other.release();
        }
    }

    /** Whether a failure means that a run did not come somewhere in time. */
    static boolean isLate(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() instanceof TimeoutException;
    }
}
