package dev.parley.bench.trouble;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How requests were answered: by the problem's name, or {@value #FINE}. */
final class Tally {
    static final String FINE = "fine";
    /** An answer that nobody should ever get: no answer, or a failure of ours. */
    static final String BAD = "bad: ";

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final long began = System.nanoTime();
    private volatile long ended;

    void add(String answer) {
        counts.computeIfAbsent(answer, key -> new LongAdder()).increment();
    }

    /** Its time is over, whatever is still answered. */
    void end() {
        ended = System.nanoTime();
    }

    /** Over its whole time, which must be over. */
    double finePerSecond() {
        return of(FINE) / ((ended - began) / 1e9);
    }

    long bad() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(BAD))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    private long of(String answer) {
        LongAdder count = counts.get(answer);
        return count == null ? 0 : count.sum();
    }

    @Override
    public String toString() {
        return new TreeMap<>(counts).toString();
    }
}
