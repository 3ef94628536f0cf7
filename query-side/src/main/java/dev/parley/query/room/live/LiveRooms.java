package dev.parley.query.room.live;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.parley.kernel.room.RoomAccess;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.ReadRefused;
import dev.parley.query.live.LogListener;
import dev.parley.query.room.RoomState;
import dev.parley.query.room.RoomStates;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
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
public class LiveRooms implements LogListener, SmartLifecycle {
    private final Map<String, LiveRoom> rooms = new ConcurrentHashMap<>();
    private final RoomStates states;
    private final LiveContext context;
    private final TypingPace pace = new TypingPace(Ticker.systemTicker());
    private volatile boolean stopped;
    private volatile Disposable heart = Disposables.disposed();

    LiveRooms(RoomStates states, LiveContext context) {
        this.states = states;
        this.context = context;
    }

    /**
     * Begins to listen: nothing that happens after this has completed is missed, whenever the stream is subscribed to.
     *
     * @return a stream that must be subscribed to or cancelled; fails with {@link ReadRefused} when the room is unknown
     *     or not the listener's to read
     */
    public CompletableFuture<RoomStream> listen(RoomId id, Listener listener) {
        LiveRoom room = rooms.compute(id.value(), (key, known) -> held(id, known));
        CompletableFuture<RoomStream> opened = room.ready(states)
                .thenCompose(ready -> ready.withinLog(listener))
                .thenApply(ready -> open(room, ready));
        opened.whenComplete((stream, failure) -> {
            if (failure != null) {
                room.release();
            }
        });
        return opened;
    }

    /**
     * Tells those who listen that somebody is typing, at most every 2 s.
     *
     * @return fails with {@link ReadRefused} when that person may not write there
     */
    public CompletableFuture<Void> typing(RoomId id, Listener typist) {
        return states.current(id)
                .thenAccept(found -> found.ifPresent(state -> {
                    requireWriter(state, typist);
                    LiveRoom room = rooms.get(id.value());
                    if (room != null && pace.passes(id, typist.id())) {
                        room.typing(typist.person());
                    }
                }));
    }

    @Override
    public void on(DomainEventMessage<?> event, long position) {
        LiveRoom room = rooms.get(event.getAggregateIdentifier());
        if (room == null) {
            return;
        }
        boolean complete = false;
        try {
            complete = room.on(event);
        } finally {
            if (!complete) {
                giveUp(event.getAggregateIdentifier(), room);
            }
        }
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
        rooms.values().forEach(room -> room.close(Ending.GOING_AWAY));
    }

    @Override
    public boolean isRunning() {
        return !heart.isDisposed();
    }

    /** Sends a sign of life on every stream, and gives up rooms that nobody has listened to for long enough. */
    void beat() {
        rooms.values().forEach(LiveRoom::beat);
        rooms.keySet().forEach(id -> rooms.computeIfPresent(id, (key, room) -> room.isAbandoned() ? null : room));
    }

    private LiveRoom held(RoomId id, LiveRoom known) {
        return (known == null ? new LiveRoom(id, context) : known).hold();
    }

    private RoomStream open(LiveRoom room, Listener listener) {
        RoomStream stream = room.open(listener);
        if (stopped) {
            stream.close(Ending.GOING_AWAY);
        }
        return stream;
    }

    /** Who comes back with the last id gets what was missed from a new room. */
    private void giveUp(String id, LiveRoom room) {
        rooms.remove(id, room);
        room.close(Ending.INTERRUPTED);
    }

    private void requireWriter(RoomState state, Listener typist) {
        Instant now = context.clock().instant();
        RoomAccess.refusesWriting(state.standing(), state.visitor(typist.id(), typist.moderator(), now))
                .ifPresent(rule -> {
                    throw new ReadRefused(rule, typist.person().username() + " may not write there");
                });
    }
}
