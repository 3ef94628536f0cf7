package dev.parley.command.log;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;

/** Keeps the aggregates that are in use in memory, so that a command reads nothing: a bounded number, for a while. */
class AggregateCache implements Cache {
    private static final Duration KEPT_UNUSED = Duration.ofMinutes(30);

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    AggregateCache(int maxAggregates) {
        entries = Caffeine.newBuilder()
                .maximumSize(maxAggregates)
                .expireAfterAccess(KEPT_UNUSED)
                .build();
    }

    @SuppressWarnings("unchecked") // whoever asks knows what was put under the key
    @Override
    public <K, V> V get(K key) {
        return (V) entries.getIfPresent(key);
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
