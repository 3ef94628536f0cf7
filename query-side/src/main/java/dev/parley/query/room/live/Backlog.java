package dev.parley.query.room.live;

import dev.parley.query.room.RoomState;
import dev.parley.query.room.live.Missed.Numbered;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What has happened in a room, for listeners wherever they are: the latest of it in a ring, the rest in the log. */
final class Backlog {
    private final History history;
    private final Supplier<RoomState> now;
    private final Ring ring;
    private final Set<Missed> readers = ConcurrentHashMap.newKeySet();
    private final AtomicReference<CompletableFuture<Void>> filling = new AtomicReference<>();

    /** @param now the room as it stands */
    Backlog(History history, Supplier<RoomState> now, int capacity) {
        this.history = history;
        this.now = now;
        this.ring = new Ring(now.get().sequence(), capacity);
    }

    Ring ring() {
        return ring;
    }

    long newestSequence() {
        return Math.max(ring.newest().sequence, now.get().sequence());
    }

    /** First where pieces of the log are being read: one that is put into the ring meanwhile is not overlooked. */
    void redact(Removal removal) {
        readers.forEach(missed -> missed.removed(removal));
        ring.line(removal.line(), line -> line.remove(removal));
    }

    /** What happened after {@code last}; to be given back to {@link #forget}. */
    Missed missedAfter(long last) {
        Missed missed = history.after(last, now.get());
        readers.add(missed);
        return missed;
    }

    void forget(Missed missed) {
        readers.remove(missed);
    }

    CompletableFuture<List<Numbered>> read(Missed missed, int most) {
        return history.read(missed, most);
    }

    /** Reads what happened before the ring began, once for all who come back to it. */
    CompletableFuture<Void> fillRing() {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> earlier = filling.compareAndExchange(null, mine);
        if (earlier != null) {
            return earlier;
        }
        int wanted = (int) Math.min(ring.capacity(), ring.startsAfter() + 1);
        Missed missed = missedAfter(ring.startsAfter() - wanted);
        read(missed, wanted).whenComplete((entries, failure) -> fill(missed, entries, failure));
        return mine;
    }

    private void fill(Missed missed, List<Numbered> entries, Throwable failure) {
        CompletableFuture<Void> waiting = filling.get();
        if (failure == null) {
            ring.prepend(missed, entries);
            waiting.complete(null);
        } else {
            filling.set(null);
            waiting.completeExceptionally(failure);
        }
        forget(missed);
    }
}
