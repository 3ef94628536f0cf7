package dev.parley.command.moderation.detection;

import dev.parley.kernel.CannotStart;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the server itself reports somebody: {@code parley.detection.*}.
 *
 * @param window how long what somebody wrote counts against them
 * @param threshold weight of what they wrote in one channel within a window that leads to a report
 * @param most weight of one text at most, so that no single rude one leads to a report
 */
@ConfigurationProperties("parley.detection")
record DetectionSettings(
        @DefaultValue("1h") Duration window,
        @DefaultValue("6") int threshold,
        @DefaultValue("3") int most) {
    DetectionSettings {
        require(window.isPositive(), "parley.detection.window must be longer than nothing.");
        require(threshold > 0 && most > 0, "parley.detection.threshold and parley.detection.most must be 1 or more.");
    }

    private static void require(boolean valid, String sentence) {
        if (!valid) {
            throw new CannotStart(sentence);
        }
    }
}
