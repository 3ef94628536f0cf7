package dev.parley.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CatchUpLogTest {
    private final AtomicLong seconds = new AtomicLong();
    private final CatchUpLog log = new CatchUpLog("messages", () -> 60_000, () -> seconds.get() * 1_000_000_000L);

    @Test
    void tellsPositionHeadRateAndTimeLeftEveryFiveSecondsUntilItIsThere(CapturedOutput output) {
        at(0, 0);
        at(4, 9_000);
        at(5, 10_000);
        at(10, 30_000);
        at(15, 60_000);
        at(20, 60_000);
        assertThat(output.getOut().lines().map(line -> line.replaceAll("^.* - ", "")))
                .containsExactly(
                        "messages catches up: at 0 of 60000, 0 events/s, unknown time left",
                        "messages catches up: at 10000 of 60000, 2000 events/s, 25 s left",
                        "messages catches up: at 30000 of 60000, 4000 events/s, 7 s left",
                        "messages has caught up: at 60000 of 60000");
    }

    @Test
    void isSilentForOneThatKeepsUp(CapturedOutput output) {
        at(0, 59_000);
        at(5, 59_500);
        at(10, 60_000);
        assertThat(output.getOut()).isEmpty();
    }

    private void at(long second, long position) {
        seconds.set(second);
        log.at(position);
    }
}
