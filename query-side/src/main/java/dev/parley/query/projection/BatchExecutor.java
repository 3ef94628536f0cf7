package dev.parley.query.projection;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The one thread that handles a projection's batches, and calls back after each, stored or failed.
 *
 * <p>Every batch costs a write of its token and more, however few events it has. So a projection that keeps up rests after
 * a batch, four times as long as that took and 25 ms at most: the next batch has what came meanwhile. One that nobody
 * waits for may rest longer. One that is behind does not rest, unless nobody reads what it writes and others are served
 * meanwhile: then it rests as long as each batch took.
 */
class BatchExecutor extends ScheduledThreadPoolExecutor {
    private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final int REST_PER_WORK = 4;

    private final long shortestRestNanos;
    private final Supplier<Haste> haste;
    private final Runnable afterBatch;
    private volatile Thread worker;
    private volatile long begun;
    private volatile long restUntil = System.nanoTime();

    enum Haste {
        /** No more waits than fits into a batch. */
        KEEPS_UP,
        /** It is behind. */
        HURRIES,
        /** It is behind, and nobody reads it, while others are served. */
        GIVES_WAY
    }

    /**
     * @param shortestRest after a batch; nothing where what it writes is waited for
     * @param afterBatch is run after each
     */
    BatchExecutor(String projection, Duration shortestRest, Supplier<Haste> haste, Runnable afterBatch) {
        super(1, Thread.ofPlatform().name("projection-" + projection).daemon().factory());
        this.shortestRestNanos = shortestRest.toNanos();
        this.haste = haste;
        this.afterBatch = afterBatch;
    }

    /** How long to rest after work that took so long. */
    static long restNanos(long workNanos, long shortestNanos, Haste haste) {
        return switch (haste) {
            case KEEPS_UP -> Math.max(shortestNanos, Math.min(LONGEST_REST_NANOS, REST_PER_WORK * workNanos));
            case HURRIES -> 0;
            case GIVES_WAY -> workNanos;
        };
    }

    private long restNanos(long workNanos) {
        return restNanos(workNanos, shortestRestNanos, haste.get());
    }

    /** Axon hands in batches here alone; the next one while the last is at its end. */
    @Override
    public Future<?> submit(Runnable batch) {
        long now = System.nanoTime();
        long rest = Thread.currentThread() == worker ? restNanos(now - begun) : restUntil - now;
        return schedule(batch, Math.max(0, rest), TimeUnit.NANOSECONDS);
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable batch) {
        worker = thread;
        begun = System.nanoTime();
    }

    @Override
    protected void afterExecute(Runnable batch, Throwable failure) {
        super.afterExecute(batch, failure);
        afterBatch.run();
        long now = System.nanoTime();
        restUntil = now + restNanos(now - begun);
    }
}
