package dev.parley.query.room.live;

import dev.parley.kernel.Rejection;
import dev.parley.query.live.Frame;
import dev.parley.query.room.RoomState;
import dev.parley.query.room.live.Missed.Numbered;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * What one listener gets of a room, in batches of what was there at once; an empty batch is a heartbeat. It takes one
 * subscriber, never waits for it and never makes others wait: one that lets more pile up than its buffer holds, or takes
 * nothing between two heartbeats, is ended. At the end comes a frame {@code closed} if the subscriber takes it.
 */
public final class RoomStream extends Flux<List<Frame>> implements Subscription {
    private static final int BATCH = 64;
    private static final int PIECE = 128;
    private static final int HEARTBEATS_MISSED = 2;

    private final LiveRoom room;
    private final Listener listener;
    private final Cursor cursor;
    private final long position;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private volatile CoreSubscriber<? super List<Frame>> subscriber;
    private volatile boolean cancelled;
    private volatile boolean reading;
    private volatile List<Numbered> read = List.of();
    private volatile boolean heartbeat;
    private volatile Ending ending;
    private RoomState checked;
    private int heartbeatsMissed;
    private boolean left;
    private boolean done;

    RoomStream(LiveRoom room, Listener listener) {
        this.room = room;
        this.listener = listener;
        this.cursor =
                listener.after().isPresent() ? new Cursor(room, listener.after().getAsLong()) : new Cursor(room);
        this.position = cursor.last();
    }

    /** The event after which the stream begins. */
    public long position() {
        return position;
    }

    /** Why the server ended the stream, once it has. */
    public Optional<Ending> ending() {
        return Optional.ofNullable(ending);
    }

    Listener listener() {
        return listener;
    }

    Executor loop() {
        return listener.loop();
    }

    @Override
    public void subscribe(CoreSubscriber<? super List<Frame>> actual) {
        if (subscriber != null) {
            Operators.error(actual, new IllegalStateException("a stream has one subscriber"));
            return;
        }
        actual.onSubscribe(this);
        subscriber = actual;
        drain();
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            requested.accumulateAndGet(n, Operators::addCap);
            drain();
        }
    }

    /** Ends the stream without another word; also one that nobody has subscribed to. */
    @Override
    public void cancel() {
        cancelled = true;
        drain();
    }

    /** Ends the stream, with a word about why. */
    public void close(Ending reason) {
        ending = reason;
        drain();
    }

    void beat() {
        heartbeat = true;
        drain();
    }

    /** Sends what is there and wanted. Whoever comes while another is at it leaves the work to them. */
    void drain() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            pass();
            seen = work.addAndGet(-seen);
        } while (seen != 0);
    }

    private void pass() {
        if (cancelled) {
            leave();
        } else if (ending == null) {
            RoomState now = room.state();
            checkAccess(now);
            send(now);
        }
        if (ending != null) {
            end();
        }
    }

    private void checkAccess(RoomState now) {
        if (checked != null && checked.people() == now.people() && checked.standing() == now.standing()) {
            return;
        }
        checked = now;
        Optional<Rejection> refusal = room.refuses(listener, now);
        if (refusal.isPresent()) {
            ending = Ending.refused(refusal.get());
        }
    }

    private void send(RoomState now) {
        takeWhatWasRead();
        Viewer viewer = room.viewer(listener, now);
        while (wanted() && ending == null && !cancelled) {
            List<Frame> batch = cursor.take(BATCH, viewer);
            if (batch.isEmpty()) {
                break;
            }
            emit(batch);
        }
        if (wanted() && cursor.behind()) {
            catchUp();
        }
        giveSignOfLife();
        if (subscriber != null && !wanted() && cursor.waiting() > room.buffer()) {
            ending = Ending.SLOW_CONSUMER;
        }
    }

    private boolean wanted() {
        return requested.get() > 0 && subscriber != null;
    }

    private void emit(List<Frame> batch) {
        subscriber.onNext(batch);
        requested.updateAndGet(n -> n == Long.MAX_VALUE ? n : n - 1);
        room.delivered(batch.size());
    }

    private void giveSignOfLife() {
        if (!heartbeat) {
            return;
        }
        heartbeat = false;
        if (wanted()) {
            heartbeatsMissed = 0;
            emit(List.of());
        } else if (++heartbeatsMissed == HEARTBEATS_MISSED) {
            ending = Ending.SLOW_CONSUMER;
        }
    }

    /** Goes on in the ring if it reaches back far enough, perhaps once it is filled, and else reads on in the log. */
    private void catchUp() {
        if (reading) {
            return;
        }
        if (cursor.attach()) {
            work.incrementAndGet();
            return;
        }
        reading = true;
        if (cursor.waitsForRing()) {
            room.fillRing().whenComplete((done, failure) -> resume(List.of(), failure));
        } else {
            room.read(cursor.missed(), PIECE).whenComplete(this::resume);
        }
    }

    private void resume(List<Numbered> piece, Throwable failure) {
        if (failure == null) {
            read = piece;
        } else {
            ending = Ending.INTERRUPTED;
        }
        reading = false;
        drain();
    }

    private void takeWhatWasRead() {
        List<Numbered> piece = read;
        if (!piece.isEmpty()) {
            read = List.of();
            cursor.add(piece);
        }
    }

    private void end() {
        leave();
        if (subscriber == null || done) {
            return;
        }
        done = true;
        if (!cancelled) {
            if (wanted()) {
                subscriber.onNext(List.of(room.closed(ending)));
            }
            subscriber.onComplete();
        }
    }

    private void leave() {
        if (!left) {
            left = true;
            cursor.release();
            room.leave(this);
        }
    }
}
