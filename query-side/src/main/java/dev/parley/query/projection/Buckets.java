package dev.parley.query.projection;

import dev.parley.query.Digest;
import dev.parley.query.RunStore.StoredDocument;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Count and digest of the documents of each range of keys, in 1 MB however many there are. */
final class Buckets {
    private static final int SIZE = 1 << 16;

    private final long[] counts = new long[SIZE];
    private final long[] digests = new long[SIZE];

    void add(StoredDocument document) {
        long key = Digest.of(document.id());
        int bucket = bucket(key);
        counts[bucket]++;
        digests[bucket] += Digest.mixed(key, document.digest());
    }

    /**
     * Those that hold something else than their counterparts, in slices.
     *
     * @param most documents in a slice, unless one range alone has more
     */
    List<BitSet> differing(Buckets other, long most) {
        List<BitSet> slices = new ArrayList<>();
        long left = 0;
        for (int bucket = 0; bucket < SIZE; bucket++) {
            if (counts[bucket] != other.counts[bucket] || digests[bucket] != other.digests[bucket]) {
                long documents = Math.max(counts[bucket], other.counts[bucket]);
                if (slices.isEmpty() || documents > left) {
                    slices.add(new BitSet(SIZE));
                    left = most;
                }
                slices.getLast().set(bucket);
                left -= documents;
            }
        }
        return slices;
    }

    static boolean contain(BitSet buckets, StoredDocument document) {
        return buckets.get(bucket(Digest.of(document.id())));
    }

    long documents() {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        return all;
    }

    /** Over all of them. */
    String digest() {
        long all = 0;
        for (long digest : digests) {
            all += digest;
        }
        return Long.toHexString(all);
    }

    private static int bucket(long key) {
        return (int) (key >>> 48);
    }
}
