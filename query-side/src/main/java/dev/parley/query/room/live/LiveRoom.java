package dev.parley.query.room.live;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.room.RoomAccess;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.live.Frame;
import dev.parley.query.room.RoomFold;
import dev.parley.query.room.RoomState;
import dev.parley.query.room.RoomStates;
import dev.parley.query.room.live.Missed.Numbered;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.eventhandling.DomainEventMessage;

/** A room that somebody listens to, or did a moment ago: its state, its latest frames, and who is there. */
final class LiveRoom {
    private final RoomId id;
    private final LiveContext context;
    private final RoomFold fold = new RoomFold(this::publish);
    private final Lanes lanes = new Lanes();
    private final Presence presence;
    private final Set<Missed> readers = ConcurrentHashMap.newKeySet();
    private final AtomicReference<CompletableFuture<Void>> filling = new AtomicReference<>();
    private final AtomicInteger holds = new AtomicInteger();
    private volatile Ring ring;
    private volatile Instant leftAt = Instant.MAX;
    private CompletableFuture<LiveRoom> ready;

    LiveRoom(RoomId id, LiveContext context) {
        this.id = id;
        this.context = context;
        this.presence = new Presence(context.settings().presenceLimit());
    }

    /** Keeps the room until {@link #release}. */
    LiveRoom hold() {
        holds.incrementAndGet();
        return this;
    }

    void release() {
        leftAt = now();
        holds.decrementAndGet();
    }

    /** Has nobody listened for as long as a room is kept? */
    boolean isAbandoned() {
        return holds.get() == 0 && now().isAfter(leftAt.plus(context.settings().linger()));
    }

    /**
     * Completes once the room has its state; loads it the first time. Events that the tail brings meanwhile are kept.
     *
     * @return fails with {@link ReadRefused} when the room was never opened
     */
    synchronized CompletableFuture<LiveRoom> ready(RoomStates states) {
        if (ready == null) {
            ready = states.current(id).thenApply(found -> begin(found.orElseThrow(this::unknown)));
        }
        return ready;
    }

    /** Takes the room's next event; {@code false} when one before it is missing, so that the room is of no more use. */
    boolean on(DomainEventMessage<?> event) {
        return fold.on(event);
    }

    /** @throws ReadRefused if the listener may not read here */
    RoomStream open(Listener listener) {
        refuses(listener, state()).ifPresent(rule -> {
            throw new ReadRefused(rule, id + " is not yours to read");
        });
        PersonView person = listener.person();
        if (presence.comes(person.id())) {
            tell(context.frames().joined(id, person));
        }
        RoomStream stream = new RoomStream(this, listener);
        lanes.add(stream);
        context.metrics().opened();
        return stream;
    }

    /** The listener as far as the log goes: a client may have more than the tail has brought, but not more than is stored. */
    CompletableFuture<Listener> withinLog(Listener listener) {
        return listener.after().orElse(0) <= newestSequence()
                ? CompletableFuture.completedFuture(listener)
                : context.history().head(id).thenApply(listener::atMost);
    }

    void leave(RoomStream stream) {
        lanes.remove(stream);
        context.metrics().left();
        stream.ending().ifPresent(context.metrics()::ended);
        PersonView person = stream.listener().person();
        if (presence.goes(person.id())) {
            tell(context.frames().left(id, person));
        }
        release();
    }

    void typing(PersonView person) {
        tell(context.frames().typing(id, person));
    }

    void beat() {
        lanes.each(RoomStream::beat);
    }

    void close(Ending ending) {
        lanes.each(stream -> stream.close(ending));
    }

    Optional<Rejection> refuses(Listener listener, RoomState state) {
        return RoomAccess.refusesReading(state.standing(), state.visitor(listener.id(), listener.moderator(), now()));
    }

    RoomState state() {
        return fold.state().orElseThrow();
    }

    Ring ring() {
        return ring;
    }

    long newestSequence() {
        return Math.max(ring.newest().sequence, state().sequence());
    }

    Viewer viewer(Listener listener, RoomState state) {
        return new Viewer(listener.moderator(), state, now());
    }

    int buffer() {
        return context.settings().buffer();
    }

    Frame closed(Ending ending) {
        return context.frames().closed(id, ending);
    }

    void delivered(int frames) {
        context.metrics().delivered(frames);
    }

    /** What happened after {@code last}; to be given back to {@link #forget}. */
    Missed missedAfter(long last) {
        Missed missed = context.history().after(last, state());
        readers.add(missed);
        return missed;
    }

    void forget(Missed missed) {
        readers.remove(missed);
    }

    CompletableFuture<List<Numbered>> read(Missed missed, int most) {
        return context.history().read(missed, most);
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

    private LiveRoom begin(RoomState known) {
        ring = new Ring(known.sequence(), context.settings().ring());
        fold.begin(known);
        return this;
    }

    private ReadRefused unknown() {
        return new ReadRefused(Rejection.UNKNOWN_ROOM, "There is no room " + id);
    }

    private void publish(DomainEventMessage<?> event, RoomState state) {
        Entry entry = context.frames().entry(event, Flags.of(state.standing()));
        if (event.getPayload() instanceof MessageRemoved removed) {
            redact(context.frames().removal(removed));
        }
        ring.append(event.getSequenceNumber(), entry);
        lanes.wake();
    }

    /** First where pieces of the log are being read: one that is put into the ring meanwhile is not overlooked. */
    private void redact(Removal removal) {
        readers.forEach(missed -> missed.removed(removal));
        ring.line(removal.line(), line -> line.remove(removal));
    }

    private void tell(Frame frame) {
        ring.appendPassing(new Entry.Plain(frame));
        lanes.wake();
    }

    private Instant now() {
        return context.clock().instant();
    }
}
