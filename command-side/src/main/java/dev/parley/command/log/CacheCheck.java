package dev.parley.command.log;

import java.util.Map;
import java.util.Set;
import org.axonframework.common.caching.Cache;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Asks the store whether aggregates that were taken from the cache are its latest: another node may have changed them.
 * An append finds out by itself, because its place is taken then. A refusal, or that there is nothing to do, does not.
 */
class CacheCheck {
    private final Cache cache;
    private final LogTransaction log;

    CacheCheck(Cache cache, LogTransaction log) {
        this.cache = cache;
        this.log = log;
    }

    /**
     * Drops from the cache what this unit of work, which has been committed, took from there and was behind the store.
     * One read for each cached aggregate to which it did not append.
     *
     * @return whether there was any
     */
    boolean dropsStale(UnitOfWork<?> unit) {
        Set<String> appended = EventJournal.streams(unit);
        boolean dropped = false;
        for (Map.Entry<String, Long> taken : AggregateCache.taken(unit).entrySet()) {
            String aggregate = taken.getKey();
            if (!appended.contains(aggregate) && taken.getValue() != log.lastSequenceOf(aggregate)) {
                cache.remove(aggregate);
                dropped = true;
            }
        }
        return dropped;
    }

    /** A place in the log that is not before anything that a unit of work saw until now. */
    long head() {
        return log.head();
    }

    /** Drops everything, when it is not known what became of aggregates that a unit of work changed. */
    void dropAll() {
        cache.removeAll();
    }
}
