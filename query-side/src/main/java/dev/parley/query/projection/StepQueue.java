package dev.parley.query.projection;

import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** What others want done between two batches of a run. */
final class StepQueue {
    private final Queue<FutureTask<?>> waiting = new ConcurrentLinkedQueue<>();

    <T> Future<T> add(Callable<T> step) {
        var task = new FutureTask<>(step);
        waiting.add(task);
        return task;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** On the run's own thread: the first, if there is one. What comes of it is told to whoever waits for it. */
    void takeOne() {
        FutureTask<?> first = waiting.poll();
        if (first != null) {
            first.run();
        }
    }

    void cancelAll() {
        for (FutureTask<?> step = waiting.poll(); step != null; step = waiting.poll()) {
            step.cancel(false);
        }
    }
}
