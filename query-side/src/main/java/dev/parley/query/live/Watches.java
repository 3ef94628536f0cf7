package dev.parley.query.live;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is to be told of changes, by what changes. */
public final class Watches<K> {
    private final Map<K, Set<Watch>> watches = new ConcurrentHashMap<>();

    /** Equal to itself alone: one thing may be watched many times over. */
    private static final class Watch {
        private final Runnable changed;

        Watch(Runnable changed) {
            this.changed = changed;
        }
    }

    /** @return ends the watch; may be run more than once */
    public Runnable add(K key, Runnable changed) {
        Watch watch = new Watch(changed);
        watches.compute(key, (same, others) -> {
            Set<Watch> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(watch);
            return all;
        });
        return () -> watches.computeIfPresent(key, (same, all) -> {
            all.remove(watch);
            return all.isEmpty() ? null : all;
        });
    }

    /** Runs what waits for this to change, one after the other, on this thread. */
    public void tell(K key) {
        watches.getOrDefault(key, Set.of()).forEach(watch -> watch.changed.run());
    }
}
