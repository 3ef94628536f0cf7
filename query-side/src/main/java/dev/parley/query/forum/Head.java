package dev.parley.query.forum;

import java.util.Collection;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A board's greatest chunk while a batch of events is handled. */
final class Head {
    private final NavigableMap<Long, Long> firsts = new TreeMap<>();
    private final Set<String> topics;
    private long number;

    Head(long number, long first, Collection<String> topics) {
        this.number = number;
        this.topics = new HashSet<>(topics);
        firsts.put(number, first);
    }

    long number() {
        return number;
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

    /** Puts a topic into this chunk, which may be another one. */
    void put(String topic, long chunk, long position) {
        if (chunk == number) {
            topics.add(topic);
        }
        if (knows(chunk)) {
            firsts.merge(chunk, position, Math::min);
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
