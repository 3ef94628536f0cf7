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
 * @param nodeSilence how long nothing may be heard of another node until its people count as gone
 */
@ConfigurationProperties("parley.live")
public record LiveSettings(
        @DefaultValue("256") int buffer,
        @DefaultValue("256") int ring,
        @DefaultValue("100") int presenceLimit,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("60s") Duration linger,
        @DefaultValue("10s") Duration nodeSilence) {
    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(1);

    public LiveSettings {
        require(buffer > 0 && ring > 0, "parley.live.buffer and parley.live.ring must be 1 or more.");
        require(presenceLimit >= 0, "parley.live.presence-limit must be 0 or more.");
        require(
                heartbeat.isPositive() && !linger.isNegative(),
                "parley.live.heartbeat must be longer than nothing, and parley.live.linger not shorter.");
        require(nodeSilence.compareTo(SHORTEST_SILENCE) >= 0, "parley.live.node-silence must be 1s or longer.");
    }

    private static void require(boolean valid, String sentence) {
        if (!valid) {
            throw new CannotStart(sentence);
        }
    }
}
