package dev.parley.command.log;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Keeps the aggregates that are in use in memory, so that a command reads nothing: a bounded number, for 30 minutes
 * after their last use. What another node stores in the meantime does not show here: see {@link CacheCheck}.
 */
class AggregateCache implements Cache {
    private static final String TAKEN = AggregateCache.class.getName() + ".taken";
    private static final Duration KEPT_UNUSED = Duration.ofMinutes(30);

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    AggregateCache(int maxAggregates) {
        entries = Caffeine.newBuilder()
                .maximumSize(maxAggregates)
                .expireAfterAccess(KEPT_UNUSED)
                .build();
    }

    /** The version of each aggregate that this unit of work took from the cache, by id; -1 for one without events. */
    static Map<String, Long> taken(UnitOfWork<?> unit) {
        return unit.root().getOrComputeResource(TAKEN, key -> new HashMap<>());
    }

    @SuppressWarnings("unchecked") // whoever asks knows what was put under the key
    @Override
    public <K, V> V get(K key) {
        Object found = entries.getIfPresent(key);
        if (found instanceof AggregateCacheEntry<?> entry) {
            CurrentUnitOfWork.ifStarted(unit -> taken(unit).put(key.toString(), version(entry)));
        }
        return (V) found;
    }

    /** The entry does not tell its version, but holds the aggregate itself, and needs nothing to hand it out. */
    private static long version(AggregateCacheEntry<?> entry) {
        Long version = entry.recreateAggregate(null, null, null, null).version();
        return version == null ? -1 : version;
    }

    @Override
    public void put(Object key, Object value) {
        if (key != null) { // an aggregate that its first command was refused has no id
            entries.put(key, value);
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return key != null && entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @SuppressWarnings("unchecked")
    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (present, value) -> update.apply((V) value));
    }

    /** Nothing of ours listens. */
    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("cache listeners");
    }
}
