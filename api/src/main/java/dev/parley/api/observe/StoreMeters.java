package dev.parley.api.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Whether each store answered when it was asked last, within 5 s: 1, or 0. */
@Component
class StoreMeters {
    private static final List<String> STORES = List.of("eventStore", "readModels", "elasticsearch");

    private final HealthEndpoint health;
    private final Map<String, Integer> up = new ConcurrentHashMap<>();
    private final AtomicBoolean asking = new AtomicBoolean();

    StoreMeters(HealthEndpoint health, MeterRegistry meters) {
        this.health = health;
        STORES.forEach(store -> Gauge.builder("parley.store.up", () -> up.getOrDefault(store, 0))
                .description("Whether the store answered when it was asked last")
                .tag("store", store)
                .register(meters));
    }

    /** On a thread of its own: a store that hangs is waited for. */
    @Scheduled(fixedDelay = 5_000)
    void ask() {
        if (asking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("store-meters").start(() -> {
                try {
                    STORES.forEach(store -> up.put(store, answers(store)));
                } finally {
                    asking.set(false);
                }
            });
        }
    }

    private int answers(String store) {
        HealthDescriptor answer = health.healthForPath(store);
        return answer != null && answer.getStatus().equals(Status.UP) ? 1 : 0;
    }
}
