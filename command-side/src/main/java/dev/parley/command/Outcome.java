package dev.parley.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an accepted command led to.
 *
 * @param events its events in order; none when what was asked for was so already
 * @param position place in the log up to which everything is stored that the answer rests on: its events, or those that
 *     made it so already
 * @param ofAnother whether an earlier command, of another id, had asked for the same: the events are its
 */
public record Outcome(List<Recorded<?>> events, long position, boolean ofAnother) {
    public Outcome {
        events = List.copyOf(events);
    }

    public Outcome(List<Recorded<?>> events, long position) {
        this(events, position, false);
    }

    /**
     * The same, as the answer to another command.
     *
     * @param now place in the log that is not before anything that has become of it since
     */
    public Outcome toAnother(long now) {
        return new Outcome(events, now, true);
    }

    /** What was asked for was so already. */
    public static Outcome nothingNew(long position) {
        return new Outcome(List.of(), position);
    }

    /**
     * One stored event.
     *
     * @param stream id of the aggregate
     * @param sequence place in that stream, from 0
     * @param at when it was accepted
     */
    public record Recorded<E>(E event, String stream, long sequence, Instant at) {}

    /** The first event of this type, if the command led to one. */
    public <E> Optional<Recorded<E>> first(Class<E> type) {
        return events.stream()
                .filter(recorded -> type.isInstance(recorded.event()))
                .findFirst()
                .map(found -> new Recorded<>(type.cast(found.event()), found.stream(), found.sequence(), found.at()));
    }
}
