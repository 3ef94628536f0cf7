package dev.parley.query.room.live;

import dev.parley.query.PersonView;
import dev.parley.query.live.Frame;
import dev.parley.query.room.RoomState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * What one listener gets of a room, in batches of what was there at once; an empty batch is a heartbeat. It takes one
 * subscriber, never waits for it and never makes others wait: one that lets more pile up than its buffer holds, or takes
 * nothing between two heartbeats, is ended. At the end comes a frame {@code closed} if the subscriber takes it.
 */
public final class RoomStream extends Flux<List<Frame>> implements Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(RoomStream.class);
    private static final int BATCH = 64;
    private static final int HEARTBEATS_MISSED = 2;

    private final LiveRoom room;
    private final Listener listener;
    private final Hearing hearing;
    private final Cursor cursor;
    private final CatchUp catchUp;
    private final long position;
    private final AtomicLong requested = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private volatile CoreSubscriber<? super List<Frame>> subscriber;
    private volatile boolean cancelled;
    private volatile boolean heartbeat;
    private volatile Ending ending;
    private RoomState checked;
    private int heartbeatsMissed;
    private boolean left;
    private boolean done;

    RoomStream(LiveRoom room, Listener listener, Hearing hearing) {
        this.hearing = hearing;
        this.room = room;
        this.listener = listener;
        Backlog backlog = room.backlog();
        this.cursor = listener.after().isPresent()
                ? new Cursor(backlog, listener.after().getAsLong())
                : new Cursor(backlog);
        this.catchUp = new CatchUp(backlog, cursor, this::drain);
        this.position = cursor.last();
    }

    /** The event after which the stream begins. */
    public long position() {
        return position;
    }

    /**
     * Who is in the room, at whichever node, the listener too; nobody where there are too many to tell. What changes of it
     * from then on is told by the stream, and perhaps told again.
     */
    public List<PersonView> present() {
        return room.present();
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

    /** Whatever fails ends the stream in another pass: with its work left unsettled it would hang for good. */
    private void pass() {
        try {
            settle();
        } catch (Throwable failure) {
            LOG.error(
                    "A stream of room {} failed and is ended",
                    room.state().opening().id(),
                    failure);
            ending = Ending.INTERRUPTED;
            work.incrementAndGet();
        }
    }

    private void settle() {
        if (cancelled) {
            leave();
        } else if (ending == null) {
            send();
        }
        if (ending != null) {
            end();
        }
    }

    private void send() {
        if (!catchUp.take()) {
            ending = Ending.INTERRUPTED;
            return;
        }
        boolean more = isAllowed();
        while (more && wanted() && !cancelled) {
            List<Frame> batch = cursor.take(BATCH, room.viewer(listener, hearing));
            more = isAllowed() && !batch.isEmpty();
            if (more) {
                emit(batch);
            }
        }
        if (ending == null) {
            lookAfter();
        }
    }

    /** Asked again before frames are sent that were taken: none goes out that came after access was lost. */
    private boolean isAllowed() {
        RoomState now = room.state();
        boolean unchanged = checked != null && checked.people() == now.people() && checked.standing() == now.standing();
        if (!unchanged || hearing.kid()) {
            checked = now;
            room.refuses(listener, hearing, now).ifPresent(rule -> ending = Ending.refused(rule));
        }
        return ending == null;
    }

    /** What a stream needs once everything at hand has been sent that is wanted. */
    private void lookAfter() {
        if (wanted() && cursor.behind() && catchUp.fetch()) {
            work.incrementAndGet();
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
        heartbeatsMissed = 0;
        requested.updateAndGet(n -> n == Long.MAX_VALUE ? n : n - 1);
        subscriber.onNext(batch);
        room.delivered(batch.size());
    }

    private void giveSignOfLife() {
        if (!heartbeat) {
            return;
        }
        heartbeat = false;
        if (wanted()) {
            emit(List.of());
        } else if (++heartbeatsMissed == HEARTBEATS_MISSED) {
            ending = Ending.SLOW_CONSUMER;
        }
    }

    private void end() {
        leave();
        if (subscriber == null || done) {
            return;
        }
        done = true;
        if (!cancelled) {
            complete();
        }
    }

    private void complete() {
        try {
            if (wanted()) {
                subscriber.onNext(List.of(room.closed(ending)));
            }
        } finally {
            subscriber.onComplete();
        }
    }

    private void leave() {
        if (!left) {
            left = true;
            cursor.release();
            hearing.forget();
            room.leave(this);
        }
    }
}
