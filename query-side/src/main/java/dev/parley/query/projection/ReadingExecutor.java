package dev.parley.query.projection;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that takes a projection's events from the log. Where 1,024 of them wait to be handled, Axon has it look
 * again after 100 ms; this one looks after 2 ms, or the handlers would have nothing to do for most of that time.
 */
class ReadingExecutor extends ScheduledThreadPoolExecutor {
    private static final long AXONS_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    ReadingExecutor(String projection) {
        super(1, Thread.ofPlatform().name("log-to-" + projection).daemon().factory());
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable look, long delay, TimeUnit unit) {
        return super.schedule(look, nanos(unit.toNanos(delay)), TimeUnit.NANOSECONDS);
    }

    /** How long to wait in place of what Axon asks for. */
    static long nanos(long askedNanos) {
        return askedNanos == AXONS_WAIT_NANOS ? WAIT_NANOS : askedNanos;
    }
}
