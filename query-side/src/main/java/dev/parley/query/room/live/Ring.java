package dev.parley.query.room.live;

import dev.parley.kernel.member.UserId;
import dev.parley.query.room.live.Missed.Numbered;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The latest entries of a room as a chain that only grows: a reader holds the last node it has read and follows it
 * without a lock, so that a thousand readers cost the writer one append. As many numbered entries as its capacity are
 * kept for those who come back.
 */
final class Ring {
    /** Passing entries, such as who is typing, may fill this many times the capacity. */
    private static final int PASSING_FACTOR = 4;

    /** One entry, or the place before the first. */
    static final class Node {
        /** Counts entries of all kinds; the difference of two is how many are between them. */
        final long index;
        /** Place in the room's stream of this entry, or for a passing one of the last numbered before it. */
        final long sequence;

        final boolean numbered;
        final Entry entry;
        volatile Node next;

        private Node(long index, long sequence, boolean numbered, Entry entry) {
            this.index = index;
            this.sequence = sequence;
            this.numbered = numbered;
            this.entry = entry;
        }
    }

    private final int capacity;
    private final long startsAfter;
    /** The place before the first entry that was appended; {@code null} once the ring has left it behind. */
    private Node start;

    private Node oldest;
    private volatile Node newest;

    /** @param sequence of the last event before the first that will be appended */
    Ring(long sequence, int capacity) {
        this.capacity = capacity;
        startsAfter = sequence;
        start = new Node(0, sequence, false, null);
        oldest = start;
        newest = start;
    }

    Node newest() {
        return newest;
    }

    synchronized void append(long sequence, Entry entry) {
        append(new Node(newest.index + 1, sequence, true, entry));
    }

    synchronized void appendPassing(Entry entry) {
        append(new Node(newest.index + 1, newest.sequence, false, entry));
    }

    /** The node after which everything follows that comes after {@code sequence}; empty when the ring is too short. */
    synchronized Optional<Node> after(long sequence) {
        if (sequence >= newest.sequence) {
            return Optional.of(newest);
        }
        if (sequence < oldest.sequence) {
            return Optional.empty();
        }
        Node node = oldest;
        while (node.next.sequence <= sequence) {
            node = node.next;
        }
        return Optional.of(node);
    }

    /** Whether entries from before the ring's start would make it reach back to {@code sequence}. */
    synchronized boolean reachesWithEarlier(long sequence) {
        return oldest == start && sequence >= startsAfter - capacity;
    }

    int capacity() {
        return capacity;
    }

    long startsAfter() {
        return startsAfter;
    }

    /** Puts what happened before the start in front of it: all of it, up to the start. */
    synchronized void prepend(Missed source, List<Numbered> earlier) {
        if (oldest != start) {
            return;
        }
        Node node = new Node(-earlier.size() - 1L, startsAfter - earlier.size(), false, null);
        oldest = node;
        for (Numbered numbered : earlier) {
            source.redact(numbered);
            node.next = new Node(node.index + 1, numbered.sequence(), true, numbered.entry());
            node = node.next;
        }
        node.next = start;
        trim();
    }

    /** Applies to the line at this place, if it is in the ring. */
    synchronized void line(long sequence, Consumer<Entry.Line> change) {
        for (Node node = oldest; node != null && node.sequence <= sequence; node = node.next) {
            if (node.sequence == sequence && node.entry instanceof Entry.Line line) {
                change.accept(line);
            }
        }
    }

    synchronized boolean hasLineOf(UserId author) {
        for (Node node = oldest; node != null; node = node.next) {
            if (node.entry instanceof Entry.Line line && line.isBy(author)) {
                return true;
            }
        }
        return false;
    }

    private void append(Node node) {
        newest.next = node;
        newest = node;
        trim();
    }

    private void trim() {
        while (newest.sequence - oldest.sequence > capacity
                || newest.index - oldest.index > (long) PASSING_FACTOR * capacity) {
            if (oldest == start) {
                start = null;
            }
            oldest = oldest.next;
        }
    }
}
