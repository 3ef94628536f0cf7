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

    private final ProjectionPositions positions;

    Hold(ProjectionPositions positions) {
        this.positions = positions;
    }

    /** Whether the one is so near to the other that a hold would be short. */
    boolean isNear(RunProcessor one, RunProcessor other) {
        return positions.index(other.run()) - positions.index(one.run()) < NEAR;
    }

    /**
     * Holds both, waits until the second has come to where the first was stopped, and does something then.
     *
     * @param atSamePosition whether the first has to be there, too: it is not if it fails at an event
     * @param action is given the position
     * @return fails if they do not come there within 2 s; both move on in any case
     */
    <T> T at(RunProcessor first, RunProcessor second, boolean atSamePosition, LongFunction<T> action) {
        try {
            long position = Math.max(first.gate().hold(), second.gate().hold());
            first.gate().holdAt(position);
            second.gate().holdAt(position);
            CompletableFuture<Void> there = positions.reached(second.run(), position);
            if (atSamePosition) {
                there = CompletableFuture.allOf(there, positions.reached(first.run(), position));
            }
            there.join();
            return action.apply(position);
        } finally {
            first.gate().release();
            second.gate().release();
        }
    }

    /** Whether a failure means that a run did not come there in time. */
    static boolean isLate(CompletionException failure) {
        return failure.getCause() instanceof TimeoutException;
    }
}
