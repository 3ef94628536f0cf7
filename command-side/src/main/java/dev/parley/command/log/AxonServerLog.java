package dev.parley.command.log;

import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.util.Spliterators;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Axon Server's log from a position on, without the marks of commands. */
final class AxonServerLog extends Spliterators.AbstractSpliterator<LogRow> implements AutoCloseable {
    private static final int EVENTS_AHEAD = 5_000;
    private static final int EVENTS_PER_REFILL = 500;
    private static final long PATIENCE_MILLIS = 200;

    private final EventStream events;
    private final long end;
    private long position;
    private volatile boolean closed;

    private AxonServerLog(EventStream events, long position, long end) {
        super(Long.MAX_VALUE, ORDERED | NONNULL);
        this.events = events;
        this.position = position;
        this.end = end;
    }

    /**
     * What is behind a position, up to another; what is stored later is waited for. It fails with
     * {@link dev.parley.command.StoreUnavailable} once Axon Server is away.
     */
    static Stream<LogRow> behind(EventChannel channel, long position, long end) {
        AxonServerLog log = open(channel, position, end);
        return StreamSupport.stream(log, false).onClose(log::close);
    }

    static AxonServerLog open(EventChannel channel, long position, long end) {
        return new AxonServerLog(
                channel.openStream(position - AxonServerEvents.FIRST_POSITION, EVENTS_AHEAD, EVENTS_PER_REFILL),
                position,
                end);
    }

    @Override
    public boolean tryAdvance(Consumer<? super LogRow> action) {
        while (position < end && !closed) {
            EventWithToken next = next(PATIENCE_MILLIS);
            if (next != null && !AxonServerEvents.isMark(next.getEvent())) {
                action.accept(AxonServerEvents.row(next.getEvent(), position));
                return true;
            }
        }
        close();
        return false;
    }

    /**
     * The next event, be it a mark; null if there is none in time.
     *
     * @throws dev.parley.command.StoreUnavailable once Axon Server is away
     */
    EventWithToken next(long patienceMillis) {
        try {
            EventWithToken next = patienceMillis == 0
                    ? events.nextIfAvailable()
                    : events.nextIfAvailable(patienceMillis, TimeUnit.MILLISECONDS);
            if (next != null) {
                position = next.getToken() + AxonServerEvents.FIRST_POSITION;
            } else if (events.isClosed() && !closed) {
                throw AxonServerChannel.away(events.getError().orElse(null));
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AxonServerChannel.away(e);
        }
    }

    /** Of the last event that was told of. */
    long position() {
        return position;
    }

    @Override
    public void close() {
        closed = true;
        events.close();
    }
}
