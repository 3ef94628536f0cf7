package dev.parley.api.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How many frames one connection may send: 100 in 10 s; past twice as many it is not listened to any more. */
final class FrameBudget {
    static final Duration WINDOW = Duration.ofSeconds(10);

    private static final int FRAMES = 100;

    private final Clock clock;
    private Instant windowEnd = Instant.MIN;
    private int count;

    FrameBudget(Clock clock) {
        this.clock = clock;
    }

    enum Verdict {
        FINE,
        TOO_MANY,
        FLOODING
    }

    Verdict next() {
        Instant now = clock.instant();
        if (!now.isBefore(windowEnd)) {
            windowEnd = now.plus(WINDOW);
            count = 0;
        }
        count++;
        if (count <= FRAMES) {
            return Verdict.FINE;
        }
        return count <= 2 * FRAMES ? Verdict.TOO_MANY : Verdict.FLOODING;
    }
}
