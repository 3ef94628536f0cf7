package dev.parley.query.live;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down when live delivery has no reader of the log any more, so that this node's streams would stay silent. */
@Component("logTailHealthIndicator")
class LogTailHealth implements HealthIndicator {
    private final LogTail tail;

    LogTailHealth(LogTail tail) {
        this.tail = tail;
    }

    @Override
    public Health health() {
        return (tail.isReading() ? Health.up() : Health.down()).build();
    }
}
