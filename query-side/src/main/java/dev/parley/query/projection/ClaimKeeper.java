package dev.parley.query.projection;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Renews the claim of a run's token every second for as long as the run is worked on, also while a batch takes long. */
final class ClaimKeeper implements AutoCloseable {
    private final ReadModelTokens tokens;
    private final Future<?> renewing;
    private volatile RuntimeException lost;

    /** @param thread shared by all runs of a node */
    ClaimKeeper(ReadModelTokens tokens, ScheduledExecutorService thread) {
        this.tokens = tokens;
        this.renewing = thread.scheduleWithFixedDelay(this::renew, 1, 1, TimeUnit.SECONDS);
    }

    private void renew() {
        try {
            tokens.keep();
        } catch (RuntimeException failure) {
            lost = failure;
        }
    }

    /** @throws RuntimeException what kept the claim from being renewed, such as that another node has it */
    void requireKept() {
        if (lost != null) {
            throw lost;
        }
    }

    @Override
    public void close() {
        renewing.cancel(false);
    }
}
