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
import org.axonframework.eventhandling.DomainEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The 10,000 rooms last asked for, each loaded once from the read model and the log behind it, or from the log alone
 * when the read model does not answer within 2 s, and from then on kept current by the log's tail.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class CurrentRooms implements RoomStates, LogListener {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentRooms.class);
    private static final int ROOMS = 10_000;
    private static final int PATIENCE_SECONDS = 2;

    private final Cache<String, CurrentRoom> rooms =
            Caffeine.newBuilder().maximumSize(ROOMS).build();
    private final Function<RoomId, CompletableFuture<Optional<RoomState>>> stored;
    private final RoomLog log;
    private final Executor blocking;

    /**
     * @param stored finds rooms in the read model
     * @param blocking runs reads of the log
     */
    CurrentRooms(Function<RoomId, CompletableFuture<Optional<RoomState>>> stored, RoomLog log, Executor blocking) {
        this.stored = stored;
        this.log = log;
        this.blocking = blocking;
    }

    @Override
    public CompletableFuture<Optional<RoomState>> current(RoomId id) {
        CurrentRoom known = rooms.getIfPresent(id.value());
        return known == null ? load(id) : known.state();
    }

    @Override
    public void on(DomainEventMessage<?> event, long position) {
        String id = event.getAggregateIdentifier();
        CurrentRoom room = rooms.getIfPresent(id);
        if (room != null && !room.fold.on(event)) {
            rooms.asMap().remove(id, room);
        }
    }

    private CompletableFuture<Optional<RoomState>> load(RoomId id) {
        CurrentRoom fresh = new CurrentRoom();
        CurrentRoom earlier = rooms.asMap().putIfAbsent(id.value(), fresh);
        if (earlier != null) {
            return earlier.state();
        }
        read(id).whenComplete((found, failure) -> {
            if (failure == null) {
                found.ifPresentOrElse(fresh::begin, fresh::beginUnopened);
            } else {
                fresh.ready.completeExceptionally(failure);
            }
            if (fresh.fold.state().isEmpty()) {
                rooms.asMap().remove(id.value(), fresh);
            }
        });
        return fresh.state();
    }

    private CompletableFuture<Optional<RoomState>> read(RoomId id) {
        return stored.apply(id)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(away -> {
                    LOG.warn("Room {} is folded from the log alone: {}", id, away.toString());
                    return Optional.empty();
                })
                .thenApplyAsync(found -> found.map(log::foldOnto).orElseGet(() -> log.fold(id)), blocking);
    }

    private static final class CurrentRoom {
        private final RoomFold fold = new RoomFold((event, state) -> {});
        private final CompletableFuture<Void> ready = new CompletableFuture<>();

        CompletableFuture<Optional<RoomState>> state() {
            return ready.thenApply(done -> fold.state());
        }

        void begin(RoomState found) {
            fold.begin(found);
            ready.complete(null);
        }

        void beginUnopened() {
            fold.begin();
            ready.complete(null);
        }
    }
}
