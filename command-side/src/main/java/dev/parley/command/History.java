package dev.parley.command;

import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.moderation.StreamKind;
import dev.parley.kernel.past.AsOf;
import dev.parley.kernel.past.PastStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * All that ever happened in one stream of the log, and how the aggregate stood at any time: straight from the event
 * store, for moderators and admins.
 *
 * <p>Values are as JSON has them, with names in {@code snake_case}. What is secret is left out. What people wrote to each
 * other in private is {@code null}: that is read with an inquiry or a reason, and leaves an event.
 */
public interface History {
    /**
     * Empty where the stream has no events. Without a snapshot from before that time, the state takes reading all events
     * up to then.
     *
     * @return fails with {@link CommandRejected} as {@code NOT_ALLOWED} unless the viewer moderates, and where it is about
     *     themselves
     */
    CompletableFuture<Optional<Told>> of(Question question);

    /**
     * A stream as it stood at some time, for whoever may see its history: empty where it had no events by then, or is of
     * another kind.
     *
     * @return fails as {@link #of} does
     */
    CompletableFuture<Optional<PastStream>> stream(Actor viewer, StreamKind kind, String stream, AsOf asOf);

    /**
     * What is asked for.
     *
     * @param kind of which the stream must be, or there is none
     * @param asOf for which time the state is told; the events are told in any case
     * @param after events behind this place in the stream; -1 for those from the first on
     * @param limit so many events, 1 to {@value #MOST}
     */
    record Question(Actor viewer, StreamKind kind, String stream, AsOf asOf, long after, int limit) {
        public static final int MOST = 100;

        /** @throws InvalidValue if the limit is out of its bounds */
        public Question {
            InvalidValue.unless(limit >= 1 && limit <= MOST, "limit", "1 to " + MOST);
        }
    }

    /**
     * The answer.
     *
     * @param state what the aggregate held; empty before its first event
     * @param place of the event that the state is right after; -1 before the first
     * @param last place of the newest event of all
     * @param events oldest first
     * @param more whether events follow those
     */
    record Told(Map<String, Object> state, long place, long last, List<Event> events, boolean more) {
        public Told {
            events = List.copyOf(events);
        }
    }

    /**
     * One event.
     *
     * @param position in the log
     * @param sequence place in its stream, from 0
     * @param isPrivate whether what people wrote is left out of the payload
     */
    record Event(
            String id,
            long position,
            long sequence,
            String type,
            Instant at,
            Cause cause,
            Map<String, Object> payload,
            boolean isPrivate) {}

    /**
     * Who did it and why, and what it came of, as {@link dev.parley.kernel.Envelope} has it; empty where it does not say.
     */
    record Cause(String actor, String role, String reason, String command, String correlation, String causation) {}
}
