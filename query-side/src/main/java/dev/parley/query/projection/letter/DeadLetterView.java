package dev.parley.query.projection.letter;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.kernel.operations.LetterId;
import dev.parley.query.Milliseconds;
import dev.parley.query.projection.letter.DeadLetter.Failure;
import java.time.Instant;

/**
 * An event that a version of a projection has put aside.
 *
 * @param position of the event in the log
 * @param stream whose events wait from this one on
 * @param place in the stream, from 0
 * @param aggregate type of what the stream is about
 * @param type of the event
 * @param since when it was put aside
 * @param waiting whether it only waits behind another of its stream; then there is no failure
 * @param failure why it could not be handled; {@code null} where it waits
 */
public record DeadLetterView(
        @JsonProperty("id") LetterId id,
        @JsonProperty("version") int version,
        @JsonProperty("position") long position,
        @JsonProperty("stream") String stream,
        @JsonProperty("place") long place,
        @JsonProperty("aggregate") String aggregate,
        @JsonProperty("type") String type,
        @JsonProperty("event_id") String event,
        @JsonProperty("since") @Milliseconds Instant since,
        @JsonProperty("waiting") boolean waiting,
        @JsonProperty("failure") FailureView failure) {
    /**
     * Why an event could not be handled, without any message: that may quote what people wrote.
     *
     * @param error {@code store-refuses} what the projection makes of it, or {@code projection-fails}
     * @param attempts how often it failed
     * @param at when it last did
     */
    public record FailureView(
            @JsonProperty("error") String error,
            @JsonProperty("attempts") int attempts,
            @JsonProperty("at") @Milliseconds Instant at) {
        static FailureView of(Failure failure) {
            return new FailureView(failure.error(), failure.attempts(), failure.at());
        }
    }

    static DeadLetterView of(DeadLetter letter) {
        return new DeadLetterView(
                new LetterId(letter.run().version(), letter.position()),
                letter.run().version(),
                letter.position(),
                letter.stream(),
                letter.place(),
                letter.aggregate(),
                letter.type(),
                letter.event(),
                letter.since(),
                letter.failure().isEmpty(),
                letter.failure().map(FailureView::of).orElse(null));
    }
}
