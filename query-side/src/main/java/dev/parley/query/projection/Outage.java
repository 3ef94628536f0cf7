package dev.parley.query.projection;

import java.util.concurrent.TimeUnit;

/**
 * That MongoDB did not answer, remembered for 3 s: so many projections that start one after the other wait for it once.
 */
class Outage {
    private static final long MEMORY_NANOS = TimeUnit.SECONDS.toNanos(3);

    private volatile long forgottenAt = System.nanoTime();

    void begin() {
        forgottenAt = System.nanoTime() + MEMORY_NANOS;
    }

    boolean isFresh() {
        return forgottenAt - System.nanoTime() > 0;
    }
}
