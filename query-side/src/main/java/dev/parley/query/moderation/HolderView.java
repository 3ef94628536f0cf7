package dev.parley.query.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.query.Milliseconds;
import dev.parley.query.PersonView;
import java.time.Duration;
import java.time.Instant;

/**
 * A moderator's claim on a case.
 *
 * @param fence which claim: a decision may name it, and is refused under another
 * @param until first instant at which another may claim the case
 * @param secondsLeft until then, when this was answered: for whoever's clock is wrong
 */
public record HolderView(
        @JsonProperty("moderator") PersonView moderator,
        @JsonProperty("fence") long fence,
        @JsonProperty("until") @Milliseconds Instant until,
        @JsonProperty("seconds_left") long secondsLeft) {

    public static HolderView of(PersonView moderator, long fence, Instant until, Instant now) {
        return new HolderView(
                moderator, fence, until, Duration.between(now, until).toSeconds());
    }
}
