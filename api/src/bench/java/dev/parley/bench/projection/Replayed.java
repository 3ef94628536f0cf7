package dev.parley.bench.projection;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * How long a projection took to be filled anew.
 *
 * @param events between where it was when it was seen to be filled, and the head of the log
 */
record Replayed(long events, double seconds) {
    private static final Duration LOOK = Duration.ofMillis(50);

    double perSecond() {
        return events / seconds;
    }

    /**
     * Has a projection built anew beside itself and read, and looks every 50 ms at how far it is.
     *
     * @throws IllegalStateException if what was filled differs from what was read
     */
    static Replayed of(Operator operator, String projection) throws IOException {
        operator.ask(projection, "rebuild").orFail("asking for a rebuild");
        JsonNode fresh = filling(operator, projection);
        while (fresh.path("stage").asString().equals("queued")) {
            LockSupport.parkNanos(LOOK.toNanos());
            fresh = filling(operator, projection);
        }
        long begin = System.nanoTime();
        long first = fresh.path("position").asLong();
        long head = operator.head();
        while (fresh.path("position").asLong() < head) {
            LockSupport.parkNanos(LOOK.toNanos());
            fresh = filling(operator, projection);
        }
        Replayed replayed = new Replayed(head - first, (System.nanoTime() - begin) / 1e9);
        requireSame(operator.awaitLive(projection, fresh.path("version").asInt()), projection);
        return replayed;
    }

    /** The newest version, which is the one that is on its way. */
    private static JsonNode filling(Operator operator, String projection) throws IOException {
        JsonNode versions = operator.projection(projection).path("versions");
        return versions.get(versions.size() - 1);
    }

    private static void requireSame(JsonNode version, String projection) {
        long differing = version.path("report").path("differing").asLong();
        if (differing > 0) {
            throw new IllegalStateException(differing + " documents of " + projection + " differ from the replay: "
                    + version.path("report").path("keys"));
        }
    }
}
