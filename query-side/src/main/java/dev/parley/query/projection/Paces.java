package dev.parley.query.projection;

import dev.parley.query.ProjectionRun;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** How fast runs move on: events per second over the last ten looks at them, about a second apart. */
final class Paces {
    private static final int LOOKS = 10;
    private static final double NANOS = 1e9;

    private final LongSupplier nanoTime;
    private final Map<ProjectionRun, Deque<Look>> looks = new ConcurrentHashMap<>();

    private record Look(long nanos, long position) {}

    Paces(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Notes where these runs are, and forgets all others. */
    void look(Collection<ProjectionRun> runs, ToLongFunction<ProjectionRun> position) {
        looks.keySet().retainAll(runs);
        for (ProjectionRun run : runs) {
            Deque<Look> all = looks.computeIfAbsent(run, key -> new ArrayDeque<>());
            synchronized (all) {
                all.addLast(new Look(nanoTime.getAsLong(), position.applyAsLong(run)));
                if (all.size() > LOOKS) {
                    all.removeFirst();
                }
            }
        }
    }

    /** 0 before the second look. */
    long perSecond(ProjectionRun run) {
        Deque<Look> all = looks.getOrDefault(run, new ArrayDeque<>());
        synchronized (all) {
            if (all.size() < 2) {
                return 0;
            }
            Look first = all.getFirst();
            Look last = all.getLast();
            double seconds = (last.nanos() - first.nanos()) / NANOS;
            return seconds <= 0 ? 0 : Math.max(0, Math.round((last.position() - first.position()) / seconds));
        }
    }
}
