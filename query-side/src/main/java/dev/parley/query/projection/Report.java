package dev.parley.query.projection;

import java.time.Instant;
import java.util.List;

/**
 * How a fresh run compares with the one that is read, at one position of the log.
 *
 * @param letters events that the two had put aside by then
 * @param differing how many documents differ, or are in one of them alone
 * @param keys the first of these, at most {@value #MOST_KEYS}, each as {@code collection/id}
 * @param repaired how many of them were then taken over from the fresh run
 */
record Report(
        Instant at,
        long position,
        List<Place> places,
        DeadLetterCounts letters,
        long differing,
        List<String> keys,
        long repaired) {
    static final int MOST_KEYS = 100;

    /** How many dead letters the run that is read has, and the fresh one: what waits in them is in neither's documents. */
    record DeadLetterCounts(long live, long fresh) {}

    /**
     * A collection or index.
     *
     * @param live digest over all documents that are read, in hexadecimal digits, whatever their order
     * @param fresh the same of the fresh run
     */
    record Place(String name, long liveDocuments, long freshDocuments, String live, String fresh) {}
}
