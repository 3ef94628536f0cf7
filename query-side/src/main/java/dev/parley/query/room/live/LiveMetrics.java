package dev.parley.query.room.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What live delivery tells the operator. */
@Component
class LiveMetrics {
    private final AtomicInteger subscribers = new AtomicInteger();
    private final MeterRegistry meters;
    private final Counter deliveries;

    LiveMetrics(MeterRegistry meters) {
        this.meters = meters;
        deliveries = Counter.builder("parley.live.deliveries")
                .description("Frames handed to connections")
                .register(meters);
        Gauge.builder("parley.live.subscribers", subscribers, AtomicInteger::get)
                .description("Open streams of rooms")
                .register(meters);
    }

    void opened() {
        subscribers.incrementAndGet();
    }

    void left() {
        subscribers.decrementAndGet();
    }

    void ended(Ending ending) {
        meters.counter("parley.live.closed", "reason", ending.reason()).increment();
    }

    void delivered(int frames) {
        deliveries.increment(frames);
    }
}
