package dev.parley.query.room.live;

import dev.parley.query.room.live.Missed.Numbered;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Fetches what a cursor lacks; what has arrived waits until it is taken. One thread at a time uses it. */
final class CatchUp {
    private static final int PIECE = 128;

    private final Backlog backlog;
    private final Cursor cursor;
    private final Runnable arrival;
    private boolean fetching;
    /** What has arrived and was not taken yet, or {@code null}. */
    private volatile Fetched fetched;

    /** @param arrival is run, on any thread, when something has arrived */
    CatchUp(Backlog backlog, Cursor cursor, Runnable arrival) {
        this.backlog = backlog;
        this.cursor = cursor;
        this.arrival = arrival;
    }

    private record Fetched(List<Numbered> piece, boolean failed) {}

    /** Gives the cursor what has arrived; {@code false} when it could not be read. */
    boolean take() {
        Fetched taken = fetched;
        if (taken == null) {
            return true;
        }
        fetched = null;
        fetching = false;
        cursor.add(taken.piece());
        return !taken.failed();
    }

    /**
     * Goes on in the ring if it reaches back far enough, perhaps once it is filled, and else reads on in the log.
     *
     * @return whether the cursor can go on at once
     */
    boolean fetch() {
        if (fetching) {
            return false;
        }
        if (cursor.attach()) {
            return true;
        }
        fetching = true;
        next().whenComplete((piece, failure) -> {
            fetched = failure == null ? new Fetched(piece, false) : new Fetched(List.of(), true);
            arrival.run();
        });
        return false;
    }

    private CompletableFuture<List<Numbered>> next() {
        return cursor.waitsForRing()
                ? backlog.fillRing().thenApply(filled -> List.of())
                : backlog.read(cursor.missed(), PIECE);
    }
}
