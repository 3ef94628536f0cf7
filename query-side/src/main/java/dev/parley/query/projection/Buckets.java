package dev.parley.query.projection;

import dev.parley.query.Digest;
import dev.parley.query.RunStore.StoredDocument;
import java.util.BitSet;

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

    /** Those that hold something else than their counterparts. */
    BitSet differing(Buckets other) {
        var differing = new BitSet(SIZE);
        for (int bucket = 0; bucket < SIZE; bucket++) {
            differing.set(bucket, counts[bucket] != other.counts[bucket] || digests[bucket] != other.digests[bucket]);
        }
        return differing;
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
