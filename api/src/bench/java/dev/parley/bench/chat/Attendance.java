package dev.parley.bench.chat;

import dev.parley.bench.Audience;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;

/** Which listener heard which line, and when: each must hear every line once, in order. */
final class Attendance implements Audience.Heard {
    private final int lines;
    private final AtomicLongArray sentAt;
    private final AtomicLongArray nextOf;
    private final AtomicLongArray latencies;
    private final CountDownLatch begun;
    private final CountDownLatch complete;
    private final LongAdder gaps = new LongAdder();
    private final LongAdder repeats = new LongAdder();

    Attendance(int listeners, int lines) {
        this.lines = lines;
        sentAt = new AtomicLongArray(lines);
        nextOf = new AtomicLongArray(listeners);
        latencies = new AtomicLongArray(listeners * lines);
        begun = new CountDownLatch(listeners);
        complete = new CountDownLatch(listeners);
    }

    void sent(int number, long nanoTime) {
        sentAt.set(number, nanoTime);
    }

    @Override
    public void line(int listener, long number) {
        long expected = nextOf.get(listener);
        if (number < expected) {
            repeats.increment();
            return;
        }
        gaps.add(number - expected);
        nextOf.set(listener, number + 1);
        latencies.set(listener * lines + (int) number, System.nanoTime() - sentAt.get((int) number));
        if (expected == 0) {
            begun.countDown();
        }
        if (number == lines - 1) {
            complete.countDown();
        }
    }

    /** Whether everybody has heard a line, and so has an id to come back with. */
    boolean awaitBegun(Duration patience) throws InterruptedException {
        return begun.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether everybody has heard the last line. */
    boolean awaitComplete(Duration patience) throws InterruptedException {
        return complete.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean clean() {
        return gaps.sum() == 0 && repeats.sum() == 0;
    }

    String faults() {
        return "lines missed " + gaps.sum() + ", repeated " + repeats.sum();
    }

    /** Nanoseconds between the sending of a line and a listener's hearing it, of all lines and listeners. */
    long[] latencies() {
        return LongStream.range(0, latencies.length())
                .map(index -> latencies.get((int) index))
                .toArray();
    }
}
