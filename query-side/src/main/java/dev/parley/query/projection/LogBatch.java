package dev.parley.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/**
 * What is taken from the log at once.
 *
 * @param events those that are to be handled
 * @param end place of the last that was looked at; empty where there was none
 */
record LogBatch(List<TrackedEventMessage<?>> events, Optional<TrackingToken> end) {
    /**
     * What there is, without waiting for more. Events that became of one stored event come together; where there are several,
     * nothing of that type is passed over, which would leave all of them in the database.
     *
     * @param handled which types of events are; others are passed over
     * @param most so many stored events are looked at
     */
    static LogBatch next(BlockingStream<TrackedEventMessage<?>> log, Predicate<Class<?>> handled, int most)
            throws InterruptedException {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        TrackingToken end = null;
        for (int looked = 0; looked < most && log.hasNextAvailable(); looked++) {
            TrackedEventMessage<?> first = log.nextAvailable();
            end = first.trackingToken();
            if (handled.test(first.getPayloadType())) {
                events.add(first);
            } else if (!isAt(end, log)) {
                log.skipMessagesWithPayloadTypeOf(first);
            }
            while (isAt(end, log)) {
                TrackedEventMessage<?> other = log.nextAvailable();
                if (handled.test(other.getPayloadType())) {
                    events.add(other);
                }
            }
        }
        return new LogBatch(events, Optional.ofNullable(end));
    }

    private static boolean isAt(TrackingToken place, BlockingStream<TrackedEventMessage<?>> log) {
        return log.peek().filter(next -> next.trackingToken().equals(place)).isPresent();
    }
}
