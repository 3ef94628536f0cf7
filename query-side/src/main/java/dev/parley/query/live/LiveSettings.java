package dev.parley.query.live;

import dev.parley.kernel.CannotStart;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of live delivery ({@code parley.live.*}).
 *
 * @param buffer frames that may wait for one connection before it is closed as too slow
 * @param ring latest frames of a room that are kept for those who come back
 * @param presenceLimit people in a room up to which each one's coming and going is announced
 * @param heartbeat between two signs of life on a quiet connection
 * @param linger how long a room that nobody listens to is kept
 */
@ConfigurationProperties("parley.live")
public record LiveSettings(
        @DefaultValue("256") int buffer,
        @DefaultValue("256") int ring,
        @DefaultValue("100") int presenceLimit,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("60s") Duration linger) {
    public LiveSettings {
        require(buffer > 0 && ring > 0, "parley.live.buffer and parley.live.ring must be 1 or more.");
        require(presenceLimit >= 0, "parley.live.presence-limit must be 0 or more.");
        require(
                heartbeat.isPositive() && !linger.isNegative(),
                "parley.live.heartbeat must be longer than nothing, and parley.live.linger not shorter.");
    }

    private static void require(boolean valid, String sentence) {
        if (!valid) {
            throw new CannotStart(sentence);
        }
    }
}
