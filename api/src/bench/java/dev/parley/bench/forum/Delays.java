package dev.parley.bench.forum;

import dev.parley.bench.Percentile;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long the search needed to know of what happened. */
final class Delays {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Map<What, Queue<Long>> nanos = new EnumMap<>(What.class);

    enum What {
        POST_FOUND,
        ERASED_NOT_FOUND,
        EDITED_FOUND_ANEW,
        MOVED_FOUND_THERE,
        LONG_TOPIC_MOVED
    }

    Delays() {
        for (What what : What.values()) {
            nanos.put(what, new ConcurrentLinkedQueue<>());
        }
    }

    void add(What what, long delay) {
        nanos.get(what).add(delay);
    }

    void print() {
        nanos.forEach((what, delays) -> {
            long[] all = all(delays);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d times, p50 %.2f s, p99 %.2f s, worst %.2f s%n",
                    what,
                    all.length,
                    Percentile.of(all, 50) / NANOS_PER_SECOND,
                    Percentile.of(all, 99) / NANOS_PER_SECOND,
                    Percentile.of(all, 100) / NANOS_PER_SECOND);
        });
    }

    long worst() {
        return nanos.values().stream()
                .mapToLong(delays -> Percentile.of(all(delays), 100))
                .max()
                .orElse(0);
    }

    private static long[] all(Queue<Long> delays) {
        return delays.stream().mapToLong(Long::longValue).toArray();
    }
}
