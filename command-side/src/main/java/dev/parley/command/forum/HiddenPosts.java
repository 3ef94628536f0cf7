package dev.parley.command.forum;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.BitSet;

/** The numbers of the posts that were erased or removed: a bit for each post of the topic. */
@JsonAutoDetect(fieldVisibility = Visibility.ANY)
class HiddenPosts {
    private long[] bits = {};

    boolean contain(long number) {
        return BitSet.valueOf(bits).get(Math.toIntExact(number));
    }

    int size() {
        return BitSet.valueOf(bits).cardinality();
    }

    void add(long number) {
        BitSet changed = BitSet.valueOf(bits);
        changed.set(Math.toIntExact(number));
        bits = changed.toLongArray();
    }
}
