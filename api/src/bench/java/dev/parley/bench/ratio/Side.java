package dev.parley.bench.ratio;

import java.io.IOException;
import java.time.Duration;

/** One of two ways to do the same thing. */
@FunctionalInterface
public interface Side {
    /** Does it over and over for about this long. */
    Tally run(Duration time) throws IOException, InterruptedException;

    /**
     * What was done.
     *
     * @param nanos for how long it was done
     * @param latencies in nanoseconds, where the side measures them
     */
    record Tally(long done, long errors, long nanos, long[] latencies) {
        static Tally of(long done, long errors, long nanos) {
            return new Tally(done, errors, nanos, new long[0]);
        }

        double perSecond() {
            return done * 1e9 / nanos;
        }
    }
}
