package dev.parley.query.room.live;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.MemberEvent.MemberErased;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomAccess;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.live.LogListener;
import dev.parley.query.live.Passing.TypesInRoom;
import dev.parley.query.live.Passing.Typing;
import dev.parley.query.live.PresenceListener;
import dev.parley.query.live.Seat;
import dev.parley.query.live.TypingListener;
import dev.parley.query.room.RoomState;
import dev.parley.query.room.RoomStates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Schedulers;

/**
 * All rooms that somebody on this node listens to. A room is made when the first listener comes and given up some time
 * after the last has left. When the node stops, all streams end first, with {@link Ending#GOING_AWAY}.
 */
@Component
@Order(0) // after those who keep names and states current
public class LiveRooms implements LogListener, PresenceListener, TypingListener, SmartLifecycle {
    private final Map<String, RoomFeed> feeds = new ConcurrentHashMap<>();
    private final RoomStates states;
    private final LiveContext context;
    private volatile boolean stopped;
    private volatile Disposable heart = Disposables.disposed();

    LiveRooms(RoomStates states, LiveContext context) {
        this.states = states;
        this.context = context;
        context.presence().tell(this);
    }

    /**
     * Begins to listen: nothing that happens after this has completed is missed, whenever the stream is subscribed to.
     *
     * @return a stream that must be subscribed to or cancelled; fails with {@link ReadRefused} when the room is unknown
     *     or not the listener's to read
     */
    public CompletableFuture<RoomStream> listen(RoomId id, Listener listener) {
        RoomFeed feed = held(id);
        CompletableFuture<RoomStream> handed = new CompletableFuture<>();
        feed.room()
                .thenCompose(room -> room.withinLog(listener)
                        .thenCompose(known -> Hearing.of(context.blocks(), context.kids(), listener.id())
                                .thenApply(hearing -> open(room, known, hearing))))
                .whenComplete((stream, failure) -> {
                    if (failure != null) {
                        feed.release();
                        handed.completeExceptionally(failure);
                    } else if (!handed.complete(stream)) {
                        stream.cancel(); // nobody waits for it any more
                    }
                });
        return handed;
    }

    /**
     * Tells those who listen, at whichever node, that somebody is typing, at most every 2 s.
     *
     * @return fails with {@link ReadRefused} when that person may not write there
     */
    public CompletableFuture<Void> typing(RoomId id, Listener typist) {
        var sign = new TypesInRoom(id, typist.person(), typist.moderator());
        return requireWriter(sign).thenRun(() -> {
            if (context.pace().passes(sign)) {
                live(id).ifPresent(room -> room.typing(typist.person()));
                context.outbox().types(sign);
            }
        });
    }

    @Override
    public void on(Typing sign) {
        if (sign instanceof TypesInRoom here) {
            live(here.room())
                    .ifPresent(room -> requireWriter(here).thenRun(() -> {
                        if (context.pace().passes(here)) {
                            room.typing(here.person());
                        }
                    }));
        }
    }

    @Override
    public void joined(Seat seat) {
        live(seat.room()).ifPresent(room -> room.joined(seat.person()));
    }

    @Override
    public void left(Seat seat) {
        live(seat.room()).ifPresent(room -> room.left(seat.person()));
    }

    @Override
    public void listed(RoomId id, List<PersonView> present) {
        live(id).ifPresent(room -> room.listed(present));
    }

    @Override
    public void on(DomainEventMessage<?> event, TrackingToken at) {
        if (MemberErased.class.equals(event.getPayloadType())) {
            erase(((MemberErased) event.getPayload()).member());
            return;
        }
        String id = event.getAggregateIdentifier();
        RoomFeed feed = feeds.get(id);
        if (feed == null) {
            return;
        }
        boolean whole = false;
        try {
            whole = feed.on(event);
        } finally {
            if (!whole) {
                giveUp(id, feed, Ending.INTERRUPTED);
            }
        }
    }

    /** Whoever listens where a line of theirs is kept comes back to a new room, made from what is left of them. */
    private void erase(UserId author) {
        feeds.forEach((id, feed) -> {
            if (feed.hasLineOf(author)) {
                giveUp(id, feed, Ending.INTERRUPTED);
            }
        });
    }

    @Override
    public void start() {
        stopped = false;
        long pause = context.settings().heartbeat().toMillis();
        heart = Schedulers.parallel().schedulePeriodically(this::beat, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        stopped = true;
        heart.dispose();
        feeds.forEach((id, feed) -> giveUp(id, feed, Ending.GOING_AWAY));
    }

    @Override
    public boolean isRunning() {
        return !heart.isDisposed();
    }

    /** Sends a sign of life on every stream, and gives up rooms that nobody has listened to for long enough. */
    void beat() {
        feeds.values().forEach(feed -> feed.live().ifPresent(LiveRoom::beat));
        feeds.keySet().forEach(id -> feeds.computeIfPresent(id, (key, feed) -> feed.isAbandoned() ? null : feed));
    }

    private RoomFeed held(RoomId id) {
        RoomFeed fresh = new RoomFeed(id, context);
        RoomFeed feed = feeds.compute(id.value(), (key, known) -> (known == null ? fresh : known).hold());
        if (feed == fresh) {
            load(id, fresh);
        }
        return feed;
    }

    /** One that cannot be loaded is given up before anybody hears of it, so that the next who comes tries again. */
    private void load(RoomId id, RoomFeed feed) {
        states.current(id)
                .thenAccept(found -> {
                    if (!feed.begin(found.orElseThrow(() -> unknown(id)))) {
                        giveUp(id.value(), feed, Ending.INTERRUPTED);
                    }
                })
                .exceptionally(failure -> {
                    feeds.remove(id.value(), feed);
                    feed.fail(failure);
                    return null;
                });
    }

    private Optional<LiveRoom> live(RoomId id) {
        return Optional.ofNullable(feeds.get(id.value())).flatMap(RoomFeed::live);
    }

    private RoomStream open(LiveRoom room, Listener listener, Hearing hearing) {
        try {
            RoomStream stream = room.open(listener, hearing);
            if (stopped) {
                stream.close(Ending.GOING_AWAY);
            }
            return stream;
        } catch (RuntimeException refused) {
            hearing.forget();
            throw refused;
        }
    }

    /** Who comes back with the last id gets what was missed from a new room. */
    private void giveUp(String id, RoomFeed feed, Ending ending) {
        feeds.remove(id, feed);
        feed.close(ending);
    }

    private static ReadRefused unknown(RoomId id) {
        return new ReadRefused(Rejection.UNKNOWN_ROOM, "There is no room " + id);
    }

    private CompletableFuture<Void> requireWriter(TypesInRoom sign) {
        return states.current(sign.room())
                .thenAcceptBoth(
                        context.standings().standing(sign.typist()),
                        (found, typist) -> found.ifPresent(state -> requireWriter(state, sign, typist)));
    }

    private void requireWriter(RoomState state, TypesInRoom sign, Standing typist) {
        Instant now = context.clock().instant();
        RoomAccess.refusesWriting(state.standing(), state.visitor(sign.typist(), sign.moderator(), typist, now))
                .ifPresent(rule -> {
                    throw new ReadRefused(rule, sign.person().username() + " may not write there");
                });
    }
}
