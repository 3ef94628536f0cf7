package dev.parley.query.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the log from its head at start, and tells this node's listeners of every event in order, on one thread. While
 * the store is away it tries again, at most 2 s apart, from the last event it told of: it never skips one.
 */
@Component
public class LogTail implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
    /** The embedded store can miss to wake its reader: this bounds how late an event is then. */
    private static final int POLL_MILLIS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final EventStore store;
    private final List<LogListener> listeners;
    private final Clock clock;
    private final Timer lag;
    private final Set<LogListener> failing = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch stopped = new CountDownLatch(0);
    private volatile Thread reader = new Thread();
    private TrackingToken token;
    private Duration pause = FIRST_PAUSE;

    public LogTail(EventStore store, List<LogListener> listeners, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
        this.lag = Timer.builder("parley.live.tail.lag")
                .description("From an event's acceptance to its delivery on this node")
                .publishPercentileHistogram()
                .register(meters);
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        TrackingToken head = store.createHeadToken();
        Thread before = reader;
        stopped = end;
        reader = new Thread(() -> run(before, head, end), "log-tail");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isRunning() {
        return stopped.getCount() > 0;
    }

    /** Whether the thread that tells of events is alive, be the store away or not. */
    boolean isReading() {
        return reader.isAlive();
    }

    /** Before the server takes requests, and after it has ended them. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** @param end of this thread; another one may have been started by then */
    private void run(Thread before, TrackingToken head, CountDownLatch end) {
        try {
            before.join();
            token = head;
            while (end.getCount() > 0) {
                follow(end);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(CountDownLatch end) throws InterruptedException {
        try (BlockingStream<TrackedEventMessage<?>> events = store.openStream(token)) {
            while (end.getCount() > 0) {
                if (events.hasNextAvailable(POLL_MILLIS, TimeUnit.MILLISECONDS) && end.getCount() > 0) {
                    tell(events.nextAvailable());
                }
            }
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (Throwable away) { // an error too: without this thread every stream of the node would stay silent
            LOG.warn("The log cannot be read, trying again in {} ms: {}", pause.toMillis(), away.toString());
            end.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void tell(TrackedEventMessage<?> event) {
        if (event instanceof DomainEventMessage<?> ofAggregate) {
            listeners.forEach(listener -> tell(listener, ofAggregate, event.trackingToken()));
            lag.record(Duration.between(event.getTimestamp(), clock.instant()));
        }
        token = event.trackingToken();
        pause = FIRST_PAUSE;
    }

    private void tell(LogListener listener, DomainEventMessage<?> event, TrackingToken at) {
        try {
            listener.on(event, at);
            failing.remove(listener);
        } catch (Throwable failure) {
            if (failing.add(listener)) {
                LOG.error("{} failed at {}", listener.getClass().getName(), at, failure);
            }
        }
    }
}
