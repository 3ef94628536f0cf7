package dev.parley.query.projection;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How long a run rests after a batch. Every batch costs a write of its token and more, however few events it has. So a
 * projection that keeps up rests four times as long as the batch took and 25 ms at most: the next batch has what came
 * meanwhile. One that nobody waits for may rest longer. One that is behind does not rest, unless nobody reads what it writes
 * and others are served meanwhile: then it rests as long as each batch took.
 */
final class Rest {
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(25);
    private static final int REST_PER_WORK = 4;

    private final long shortestNanos;
    private final Supplier<Haste> haste;

    enum Haste {
        /** No more waits than fits into a batch. */
        KEEPS_UP,
        /** It is behind. */
        HURRIES,
        /** It is behind, and nobody reads it, while others are served. */
        GIVES_WAY
    }

    /** @param shortest after a batch; nothing where what it writes is waited for */
    Rest(Duration shortest, Supplier<Haste> haste) {
        this.shortestNanos = shortest.toNanos();
        this.haste = haste;
    }

    /** How long to rest after a batch that took so long. */
    long nanosAfter(long workNanos) {
        return switch (haste.get()) {
            case KEEPS_UP -> Math.max(shortestNanos, Math.min(LONGEST_NANOS, REST_PER_WORK * workNanos));
            case HURRIES -> 0;
            case GIVES_WAY -> workNanos;
        };
    }
}
