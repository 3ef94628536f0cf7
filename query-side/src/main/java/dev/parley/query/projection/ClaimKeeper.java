package dev.parley.query.projection;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Renews the claim of a run's token every second for as long as the run is worked on, also while a batch takes long. Where it
 * takes more than a minute, another node may have it.
 */
final class ClaimKeeper implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final ReadModelTokens tokens;
    private final Future<?> renewing;
    private volatile long wantedAt = System.nanoTime();
    private volatile Throwable lost;

    /** @param threads shared by all runs of a node */
    ClaimKeeper(ReadModelTokens tokens, ScheduledExecutorService threads) {
        this.tokens = tokens;
        this.renewing = threads.scheduleWithFixedDelay(this::renew, 1, 1, TimeUnit.SECONDS);
    }

    private void renew() {
        if (System.nanoTime() - wantedAt > PATIENCE_NANOS) {
            return;
        }
        try {
            tokens.keep();
        } catch (RuntimeException | Error failure) {
            lost = failure;
        }
    }

    /**
     * To be called between batches.
     *
     * @throws RuntimeException what kept the claim from being renewed, such as that another node has it
     */
    void requireKept() {
        wantedAt = System.nanoTime();
        switch (lost) {
            case null -> {}
            case RuntimeException failure -> throw failure;
            case Throwable error -> throw new IllegalStateException("A claim was not renewed", error);
        }
    }

    @Override
    public void close() {
        renewing.cancel(false);
    }
}
