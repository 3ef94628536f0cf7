package dev.parley.query.forum;

import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A board's greatest chunk while a batch of events is handled, and how far down the board reaches. */
final class BoardHead {
    private final NavigableMap<Long, Long> firsts = new TreeMap<>();
    private final Set<String> topics;
    private long number;
    private long depth;

    /** @param depth how many chunks there are below that of number 0; -1 if no topics ever went down into another */
    BoardHead(long number, long first, Collection<String> topics, long depth) {
        this.number = number;
        this.topics = new HashSet<>(topics);
        this.depth = depth;
        firsts.put(number, first);
    }

    long number() {
        return number;
    }

    /** Number of the smallest chunk. */
    long lowest() {
        return -Math.max(0, depth);
    }

    /** Whether topics have ever gone down from the chunk into which they were put. */
    boolean goesDown() {
        return depth >= 0;
    }

    /** Has topics go down into this chunk, which may be new; returns the depth. */
    long deepen(long chunk) {
        depth = Math.max(depth, Math.max(0, -chunk));
        return depth;
    }

    /** Whether this place belongs into it, or after it; others come again after a flush that was cut off. */
    boolean takes(long position) {
        long first = firsts.get(number);
        return first == Long.MAX_VALUE || first <= position;
    }

    /** Puts a topic into it, or into the next if it is full. */
    long add(String topic, long position) {
        if (!topics.contains(topic) && topics.size() >= Board.CHUNK) {
            number++;
            topics.clear();
        }
        put(topic, number, position);
        return number;
    }

    /** Puts a topic into this chunk, which has room for it. */
    void put(String topic, long chunk, long position) {
        if (chunk == number) {
            topics.add(topic);
        }
        if (knows(chunk)) {
            firsts.merge(chunk, position, Math::min);
        }
    }

    /** Takes topics out of a chunk, which begins at a later place from then on. */
    void start(long chunk, Set<String> older, long start) {
        if (chunk == number) {
            topics.removeAll(older);
        }
        if (knows(chunk)) {
            firsts.put(chunk, start);
        }
    }

    void remove(String topic) {
        topics.remove(topic);
    }

    /** The number of the chunk for this place, or of the chunk below all that this batch knows. */
    long chunkFor(long position) {
        return firsts.descendingMap().entrySet().stream()
                .filter(chunk -> chunk.getValue() <= position)
                .findFirst()
                .map(chunk -> chunk.getKey())
                .orElse(firsts.firstKey() - 1);
    }

    /** Whether this batch has looked at the chunk, or made it. */
    boolean knows(long chunk) {
        return chunk >= firsts.firstKey();
    }
}
