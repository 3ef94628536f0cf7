package dev.parley.bench.projection;

import dev.parley.bench.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** What the listeners of a room hear of numbered lines: each once, in order, so long after it was due. */
final class Hearing implements Audience.Heard {
    private final Map<Long, Long> dueAt = new ConcurrentHashMap<>();
    private final AtomicLongArray nextOf;
    private final LongAdder missed = new LongAdder();
    private final LongAdder repeated = new LongAdder();
    private final List<Long> nanos = new ArrayList<>();

    Hearing(int listeners) {
        nextOf = new AtomicLongArray(listeners);
    }

    void due(long number, long nanoTime) {
        dueAt.put(number, nanoTime);
    }

    @Override
    public void line(int listener, long number) {
        Long due = dueAt.get(number);
        if (due == null) {
            return; // somebody else's line
        }
        long expected = nextOf.get(listener);
        if (number < expected) {
            repeated.increment();
        } else {
            missed.add(number - expected);
            nextOf.set(listener, number + 1);
            heard(System.nanoTime() - due);
        }
    }

    private synchronized void heard(long time) {
        nanos.add(time);
    }

    /** What was heard since the last lap. */
    synchronized long[] lap() {
        long[] lap = nanos.stream().mapToLong(Long::longValue).toArray();
        nanos.clear();
        return lap;
    }

    long missed() {
        return missed.sum();
    }

    long repeated() {
        return repeated.sum();
    }
}
