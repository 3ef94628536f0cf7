package dev.parley.query.room.live;

import dev.parley.query.live.Frame;
import dev.parley.query.room.live.Missed.Numbered;
import dev.parley.query.room.live.Ring.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * How far one listener is. It follows the room's ring, and takes what the ring does not reach from the log; either way
 * each event comes once, in order, without a gap. One thread at a time uses it.
 */
final class Cursor {
    private final Backlog backlog;
    /** Passing entries up to here are over. */
    private final long passingAfter;

    private final Queue<Numbered> piece = new ArrayDeque<>();
    private long last;
    /** The last node read, or {@code null} while behind the ring. */
    private Node node;

    private Missed missed;

    /** Starts after the room's newest event. */
    Cursor(Backlog backlog) {
        this(backlog, backlog.newestSequence());
    }

    /** Starts after {@code last}, which the tail may not have brought yet. */
    Cursor(Backlog backlog, long last) {
        this.backlog = backlog;
        this.passingAfter = backlog.ring().newest().index;
        this.last = last;
        this.node = backlog.ring().after(this.last).orElse(null);
    }

    long last() {
        return last;
    }

    /** Whether what comes next must be fetched first. */
    boolean behind() {
        return node == null && piece.isEmpty();
    }

    /** How many entries wait in the ring. */
    long waiting() {
        return node == null ? 0 : backlog.ring().newest().index - node.index;
    }

    /** Moves over what is at hand, at most {@code most} frames of it. */
    List<Frame> take(int most, Viewer viewer) {
        List<Frame> batch = new ArrayList<>();
        while (batch.size() < most && !piece.isEmpty()) {
            takeMissed(piece.remove(), batch, viewer);
        }
        while (batch.size() < most && node != null && node.next != null) {
            follow(node.next, batch, viewer);
        }
        return batch;
    }

    /** Goes on in the ring, if it reaches back that far. */
    boolean attach() {
        node = backlog.ring().after(last).orElse(null);
        if (node != null) {
            release();
        }
        return node != null;
    }

    /** Whether the ring will reach back that far once it is filled. */
    boolean waitsForRing() {
        return missed == null && backlog.ring().reachesWithEarlier(last);
    }

    /** Where to read what the ring does not have. */
    Missed missed() {
        if (missed == null) {
            missed = backlog.missedAfter(last);
        }
        return missed;
    }

    void add(List<Numbered> more) {
        piece.addAll(more);
    }

    void release() {
        if (missed != null) {
            backlog.forget(missed);
            missed = null;
        }
    }

    private void takeMissed(Numbered next, List<Frame> batch, Viewer viewer) {
        if (next.sequence() != last + 1) {
            throw new IllegalStateException("after event " + last + " came " + next.sequence());
        }
        missed.redact(next);
        show(next.entry(), batch, viewer);
        last = next.sequence();
    }

    private void follow(Node next, List<Frame> batch, Viewer viewer) {
        if (next.numbered) {
            if (next.sequence > last + 1) {
                node = null;
                return;
            }
            if (next.sequence == last + 1) {
                show(next.entry, batch, viewer);
                last = next.sequence;
            }
        } else if (next.index > passingAfter && next.entry != null) {
            show(next.entry, batch, viewer);
        }
        node = next;
    }

    private static void show(Entry entry, List<Frame> batch, Viewer viewer) {
        if (entry.isFor(viewer)) {
            batch.add(entry.shownTo(viewer));
        }
    }
}
