package dev.parley.query.projection;

import dev.parley.query.live.LogListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The event store as the projections read it: wakes them as soon as the log's tail sees an event, where the store alone
 * would let an idle processor look every 500 ms, and shows them every event, so that their positions keep up with the
 * log whatever it holds.
 */
class WakefulSource extends ForwardedLog implements LogListener {
    private final Set<Runnable> sleepers = ConcurrentHashMap.newKeySet();

    WakefulSource(StreamableMessageSource<TrackedEventMessage<?>> log) {
        super(log);
    }

    @Override
    public void on(DomainEventMessage<?> event, TrackingToken at) {
        sleepers.forEach(Runnable::run);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken from) {
        return new WakefulStream(super.openStream(from));
    }

    private final class WakefulStream extends ForwardedStream {
        private volatile Runnable sleeper = () -> {};

        WakefulStream(BlockingStream<TrackedEventMessage<?>> events) {
            super(events);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            sleeper = callback;
            sleepers.add(callback);
            return true;
        }

        @Override
        public void close() {
            sleepers.remove(sleeper);
            super.close();
        }

        /** Looks twice: at the end of its history the store's stream answers no, and only then turns to newer events. */
        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return super.hasNextAvailable(timeout, unit) || super.hasNextAvailable(timeout, unit);
        }
    }
}
