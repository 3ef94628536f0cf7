package dev.parley.query;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The one thread that handles a projection's batches, and calls back after each, stored or failed. */
class BatchExecutor extends ScheduledThreadPoolExecutor {
    private final Runnable afterBatch;

    BatchExecutor(String projection, Runnable afterBatch) {
        super(1, Thread.ofPlatform().name("projection-" + projection).daemon().factory());
        this.afterBatch = afterBatch;
    }

    @Override
    protected void afterExecute(Runnable batch, Throwable failure) {
        super.afterExecute(batch, failure);
        afterBatch.run();
    }
}
