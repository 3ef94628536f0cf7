package dev.parley.bench.projection;

import dev.parley.bench.Percentile;
import dev.parley.bench.projection.Paced.Lap;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a steady load came to in a stretch of time.
 *
 * @param heard nanoseconds from when each line was due until somebody heard it, of all listeners
 */
record Stretch(Lap writes, Lap reads, Lap lines, long[] heard) {
    private static final int EXAMPLES = 5;

    double written() {
        return writes.perSecond() + lines.perSecond();
    }

    double heardMillis(double percent) {
        return Percentile.of(heard, percent) / 1e6;
    }

    long failedReads() {
        return reads.failures().size();
    }

    Stretch print(String what) {
        System.out.printf(
                Locale.ROOT,
                "%s, %.0f s: %.1f writes/s (p50 %.1f, p99 %.1f ms), %.1f reads/s (p50 %.1f, p99 %.1f ms),"
                        + " %d deliveries (p50 %.1f, p99 %.1f ms)%n",
                what,
                writes.seconds(),
                written(),
                writes.millis(50),
                writes.millis(99),
                reads.perSecond(),
                reads.millis(50),
                reads.millis(99),
                heard.length,
                heardMillis(50),
                heardMillis(99));
        System.out.printf(
                "%s, failed: %d reads, %d writes%n",
                what, failedReads(), writes.failures().size() + lines.failures().size());
        Stream.of(reads, writes, lines)
                .flatMap(lap -> lap.failures().stream())
                .distinct()
                .limit(EXAMPLES)
                .forEach(System.out::println);
        return this;
    }
}
