package dev.parley.whole;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A log as projections may be given it.
 *
 * @param random decides where batches end, and what comes again
 */
record Deliveries<T>(List<T> log, Random random) {
    private static final int LONGEST_BATCH = 256;

    /** Everything once and in order. */
    List<List<T>> clean() {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < log.size(); from += LONGEST_BATCH) {
            batches.add(log.subList(from, Math.min(log.size(), from + LONGEST_BATCH)));
        }
        return batches;
    }

    /** Each event twice, and after every other batch, on average, some stretch of what was there before. */
    List<List<T>> repeated() {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < log.size(); ) {
            int to = from + lengthUpTo(Math.min(LONGEST_BATCH, log.size() - from));
            batches.add(twice(log.subList(from, to)));
            if (random.nextBoolean()) {
                int again = random.nextInt(to);
                batches.add(log.subList(again, again + lengthUpTo(Math.min(LONGEST_BATCH, to - again))));
            }
            from = to;
        }
        return batches;
    }

    private int lengthUpTo(int most) {
        return 1 + random.nextInt(most);
    }

    private static <T> List<T> twice(List<T> events) {
        return events.stream().flatMap(event -> Stream.of(event, event)).toList();
    }
}
