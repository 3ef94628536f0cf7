package dev.parley.query.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.live.LogListener;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;

/**
 * The 10,000 rooms last asked for, each loaded once from the read model and the log behind it, or from the log alone
 * when the read model does not answer within 2 s, and from then on kept current by the log's tail, as long as the same
 * version of the read model is read.
 */
@Order(LogListener.STATES)
class CurrentRooms implements RoomStates, LogListener {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentRooms.class);
    private static final int ROOMS = 10_000;
    private static final int PATIENCE_SECONDS = 2;

    private final Cache<String, CurrentRoom> rooms =
            Caffeine.newBuilder().maximumSize(ROOMS).build();
    private final Function<RoomId, CompletableFuture<Optional<RoomState>>> stored;
    private final LongSupplier generation;
    private final RoomLog log;
    private final Executor blocking;

    /**
     * @param stored finds rooms in the read model
     * @param generation tells another number whenever that has become another
     * @param blocking runs reads of the log
     */
    CurrentRooms(
            Function<RoomId, CompletableFuture<Optional<RoomState>>> stored,
            LongSupplier generation,
            RoomLog log,
            Executor blocking) {
        this.stored = stored;
        this.generation = generation;
        this.log = log;
        this.blocking = blocking;
    }

    @Override
    public CompletableFuture<Optional<RoomState>> current(RoomId id) {
        CurrentRoom known = rooms.getIfPresent(id.value());
        if (known != null && known.generation == generation.getAsLong()) {
            return state(id, known);
        }
        if (known != null) {
            rooms.asMap().remove(id.value(), known);
        }
        return load(id);
    }

    @Override
    public void on(DomainEventMessage<?> event, TrackingToken at) {
        String id = event.getAggregateIdentifier();
        CurrentRoom room = rooms.getIfPresent(id);
        if (room == null) {
            return;
        }
        boolean whole = false;
        try {
            whole = room.fold.on(event);
        } finally {
            if (!whole) {
                rooms.asMap().remove(id, room);
            }
        }
    }

    /** Loads the room again if events went missing while it was loaded. */
    private CompletableFuture<Optional<RoomState>> state(RoomId id, CurrentRoom room) {
        return room.whole.thenCompose(
                whole -> whole ? CompletableFuture.completedFuture(room.fold.state()) : current(id));
    }

    private CompletableFuture<Optional<RoomState>> load(RoomId id) {
        CurrentRoom fresh = new CurrentRoom(generation.getAsLong());
        CurrentRoom earlier = rooms.asMap().putIfAbsent(id.value(), fresh);
        if (earlier != null) {
            return state(id, earlier);
        }
        read(id).thenApply(found -> found.map(fresh.fold::begin).orElseGet(fresh.fold::begin))
                .whenComplete((whole, failure) -> {
                    if (failure != null || !whole || fresh.fold.state().isEmpty()) {
                        rooms.asMap().remove(id.value(), fresh);
                    }
                    fresh.settle(whole, failure);
                });
        return state(id, fresh);
    }

    private CompletableFuture<Optional<RoomState>> read(RoomId id) {
        return CompletableFuture.completedFuture(id)
                .thenCompose(stored)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(away -> {
                    LOG.warn("Room {} is folded from the log alone: {}", id, away.toString());
                    return Optional.empty();
                })
                .thenApplyAsync(found -> found.map(log::foldOnto).orElseGet(() -> log.fold(id)), blocking);
    }

    private static final class CurrentRoom {
        private final RoomFold fold = new RoomFold();
        /** Completes once the room is loaded: whether with all of its events. */
        private final CompletableFuture<Boolean> whole = new CompletableFuture<>();

        private final long generation;

        /** @param generation of the read model that it is loaded from */
        CurrentRoom(long generation) {
            this.generation = generation;
        }

        void settle(Boolean begun, Throwable failure) {
            if (failure == null) {
                whole.complete(begun);
            } else {
                whole.completeExceptionally(failure);
            }
        }
    }
}
