package dev.parley.query.projection.letter;

import dev.parley.query.ProjectionRun;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * An event that a run could not handle, or that waits behind such a one in its stream. It says where the event is, and
 * holds nothing that people wrote.
 *
 * @param position in the log
 * @param place in the stream, from 0
 * @param aggregate type of what the stream is about
 * @param since when it was put aside
 * @param failure of its last attempt; empty while it only waits behind another
 */
public record DeadLetter(
        ProjectionRun run,
        long position,
        String stream,
        long place,
        String aggregate,
        String type,
        String event,
        Instant since,
        Optional<Failure> failure) {
    /**
     * Why an event could not be handled.
     *
     * @param error what went wrong, by its kind alone, as operators are told
     * @param trace the topmost calls, and below these the topmost of our own
     * @param attempts how often it was put aside for that
     */
    public record Failure(String error, List<String> trace, int attempts, Instant at) {
        private static final int TOPMOST_CALLS = 4;
        private static final int MOST_CALLS = 12;
        private static final String OWN = "dev.parley.";

        public Failure {
            trace = List.copyOf(trace);
        }

        static Failure of(Throwable failure, int attempts, Instant at) {
            Throwable cause = failure;
            while (cause.getCause() != null && cause.getCause() != cause) {
                cause = cause.getCause();
            }
            return new Failure(Blame.kindOf(cause), calls(cause.getStackTrace()), attempts, at);
        }

        private static List<String> calls(StackTraceElement[] all) {
            return IntStream.range(0, all.length)
                    .filter(depth ->
                            depth < TOPMOST_CALLS || all[depth].getClassName().startsWith(OWN))
                    .limit(MOST_CALLS)
                    .mapToObj(depth -> all[depth].toString())
                    .toList();
        }
    }

    static DeadLetter of(ProjectionRun run, long position, DomainEventMessage<?> event, Instant since) {
        return new DeadLetter(
                run,
                position,
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                event.getPayloadType().getSimpleName(),
                event.getIdentifier(),
                since,
                Optional.empty());
    }

    DeadLetter failed(Throwable with, Instant at) {
        int attempts = failure.map(Failure::attempts).orElse(0) + 1;
        return new DeadLetter(
                run,
                position,
                stream,
                place,
                aggregate,
                type,
                event,
                since,
                Optional.of(Failure.of(with, attempts, at)));
    }
}
