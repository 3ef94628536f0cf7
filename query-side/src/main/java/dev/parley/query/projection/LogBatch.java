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
     * What there is, without waiting for more. Events that became of one stored event come together.
     *
     * @param handled which types of events are; others are passed over
     * @param most so many are looked at
     */
    static LogBatch next(BlockingStream<TrackedEventMessage<?>> log, Predicate<Class<?>> handled, int most)
            throws InterruptedException {
        List<TrackedEventMessage<?>> events = new ArrayList<>();
        TrackingToken end = null;
        for (int looked = 0; log.hasNextAvailable() && (looked < most || isAt(end, log)); looked++) {
            TrackedEventMessage<?> event = log.nextAvailable();
            end = event.trackingToken();
            if (handled.test(event.getPayloadType())) {
                events.add(event);
            } else {
                log.skipMessagesWithPayloadTypeOf(event);
            }
        }
        return new LogBatch(events, Optional.ofNullable(end));
    }

    private static boolean isAt(TrackingToken place, BlockingStream<TrackedEventMessage<?>> log) {
        return log.peek().filter(next -> next.trackingToken().equals(place)).isPresent();
    }
}
