package dev.parley.command.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a reader of the log looks at, by type of event, as is seen on the first of each that it was given: so that the same can
 * be parsed before it asks, by another thread.
 */
final class ReadingHabits {
    private final Set<Class<?>> payloads = ConcurrentHashMap.newKeySet();
    private final Set<Class<?>> envelopes = ConcurrentHashMap.newKeySet();
    private final Map<Class<?>, LazyEvent> firsts = new HashMap<>();

    /**
     * Looks at what has been done with what the reader was given before. To be called by the reader's thread.
     *
     * @param more what it is given now
     */
    void give(Collection<LazyEvent> more) {
        for (LazyEvent event : firsts.values()) {
            if (event.content().isPayloadDeserialized()) {
                payloads.add(event.type());
            }
            if (event.content().isMetaDataDeserialized()) {
                envelopes.add(event.type());
            }
        }
        more.forEach(event -> firsts.putIfAbsent(event.type(), event));
    }

    /** Parses what the reader will look at. Of what cannot be read it is told when it asks. */
    void prepare(LazyEvent event) {
        try {
            if (payloads.contains(event.type())) {
                event.content().getPayload();
            }
            if (envelopes.contains(event.type())) {
                event.content().getMetaData();
            }
        } catch (RuntimeException | Error unreadable) {
            // the reader meets it again, at the event's turn
        }
    }
}
