package dev.parley.query.projection;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * The log as one run reads it: all of it, or up to a position at which the run is held. Two runs that are held at the same
 * position hold the same once both are there.
 */
final class Gate extends ForwardedLog {
    private final BooleanSupplier full;
    private long limit = Long.MAX_VALUE;
    /** Position of the last event that was said to be there, which is then taken. */
    private long given = -1;

    private boolean paused;

    private volatile Runnable wake = () -> {};

    /** @param full whether the run has no room for more dead letters, and nothing is let through until it has */
    Gate(StreamableMessageSource<TrackedEventMessage<?>> log, BooleanSupplier full) {
        super(log);
        this.full = full;
    }

    /**
     * Lets no further event through.
     *
     * @return position of the last that was; -1 before the first
     */
    synchronized long hold() {
        limit = given;
        return given;
    }

    /** Lets events through up to this position, and no further. */
    void holdAt(long position) {
        synchronized (this) {
            limit = position;
        }
        look();
    }

    void release() {
        holdAt(Long.MAX_VALUE);
    }

    /** Lets nothing through until it is called with {@code false}, whoever else holds or releases. */
    void pause(boolean now) {
        synchronized (this) {
            paused = now;
        }
        look();
    }

    /** Has the run look for events that it may take by now. */
    void look() {
        wake.run();
    }

    private synchronized boolean gives(TrackedEventMessage<?> event) {
        if (!isWithin(event)) {
            return false;
        }
        given = position(event.trackingToken());
        return true;
    }

    private synchronized boolean isWithin(TrackedEventMessage<?> event) {
        long position = position(event.trackingToken());
        return position == given || !paused && !full.getAsBoolean() && position <= limit;
    }

    private static long position(TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken from) {
        synchronized (this) {
            given = position(from);
        }
        return new GatedStream(super.openStream(from));
    }

    private final class GatedStream extends ForwardedStream {
        GatedStream(BlockingStream<TrackedEventMessage<?>> events) {
            super(events);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return super.hasNextAvailable(timeout, unit)
                    && super.peek().filter(Gate.this::gives).isPresent();
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return super.peek().filter(Gate.this::isWithin);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            wake = callback;
            return super.setOnAvailableCallback(callback);
        }
    }
}
