package dev.parley.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an accepted command led to.
 *
 * @param events its events in order; none when what was asked for was so already
 * @param position place in the log up to which all of them are stored; 0 when there are none
 */
public record Outcome(List<Recorded> events, long position) {
    public static final Outcome NOTHING_NEW = new Outcome(List.of(), 0);

    public Outcome {
        events = List.copyOf(events);
    }

    /**
     * One stored event.
     *
     * @param stream id of the aggregate
     * @param sequence place in that stream, from 0
     * @param at when it was accepted
     */
    public record Recorded(Object event, String stream, long sequence, Instant at) {}

    /** The first event of this type, if the command led to one. */
    public Optional<Recorded> first(Class<?> type) {
        return events.stream()
                .filter(recorded -> type.isInstance(recorded.event()))
                .findFirst();
    }
}
