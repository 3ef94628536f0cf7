package dev.parley.query.projection;

import java.time.Instant;
import java.util.List;

/**
 * How a fresh run compares with the one that is read, at one position of the log.
 *
 * @param differing how many documents differ, or are in one of them alone
 * @param keys the first of these, at most {@value #MOST_KEYS}, each as {@code collection/id}
 * @param repaired how many of them were then taken over from the fresh run
 */
record Report(Instant at, long position, List<Place> places, long differing, List<String> keys, long repaired) {
    static final int MOST_KEYS = 100;

    /**
     * A collection or index.
     *
     * @param live digest over all documents that are read, in hexadecimal digits, whatever their order
     * @param fresh the same of the fresh run
     */
    record Place(String name, long liveDocuments, long freshDocuments, String live, String fresh) {}
}
