package dev.parley.command.log;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a reader of the log looks at, by type of event, as is seen on those that it was given: so that the same can be parsed
 * before it asks, by another thread.
 */
final class ReadingHabits {
    private final Set<Class<?>> payloads = ConcurrentHashMap.newKeySet();
    private final Set<Class<?>> envelopes = ConcurrentHashMap.newKeySet();

    /** @param given what the reader is done with */
    void learn(Collection<LazyEvent> given) {
        for (LazyEvent event : given) {
            if (event.content().isPayloadDeserialized()) {
                payloads.add(event.type());
            }
            if (event.content().isMetaDataDeserialized()) {
                envelopes.add(event.type());
            }
        }
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
        } catch (RuntimeException unreadable) {
            // the reader meets it again, at the event's turn
        }
    }
}
