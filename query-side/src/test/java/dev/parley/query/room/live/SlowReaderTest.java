package dev.parley.query.room.live;

import static dev.parley.query.room.live.LiveUnderTest.ANN;
import static dev.parley.query.room.live.LiveUnderTest.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.live.LiveSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlowReaderTest {
    private static final LiveSettings SMALL =
            new LiveSettings(8, 8, 100, Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(10));

    private LiveUnderTest live = LiveUnderTest.withPublicRoom();

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void isEndedWhileOthersGetEverything() {
        restart(SMALL);
        Heard slow = Heard.some(live.stream(BOB, false, OptionalLong.empty()), 1);
        Heard quick = live.listen(ANN);
        long last = live.posted(500);
        quick.untilId(last);
        slow.untilCompleted();
        assertThat(quick.ids()).containsExactlyElementsOf(LiveUnderTest.range(1, last));
        assertThat(slow.stream().ending()).contains(Ending.SLOW_CONSUMER);
        assertThat(live.meters
                        .counter("parley.live.closed", "reason", "slow-consumer")
                        .count())
                .isOne();
    }

    @Test
    void thatComesBackGetsTheRest() {
        restart(SMALL);
        Heard slow = Heard.some(live.stream(BOB, false, OptionalLong.empty()), 1);
        long last = live.posted(500);
        slow.untilCompleted();
        List<Long> ids = new ArrayList<>(slow.ids());
        ids.addAll(
                live.listen(BOB, OptionalLong.of(ids.getLast())).untilId(last).ids());
        assertThat(ids).containsExactlyElementsOf(LiveUnderTest.range(1, last));
    }

    @Test
    void thatTakesNoHeartbeatIsEnded() {
        Heard stalled = Heard.some(live.stream(BOB, false, OptionalLong.empty()), 0);
        Heard awake = live.listen(ANN);
        live.rooms.beat();
        live.rooms.beat();
        stalled.untilCompleted();
        awake.until(heard -> heard.batches.contains(List.of()));
        assertThat(awake.completed).isFalse();
    }

    @Test
    void thatTakesSomethingBetweenHeartbeatsIsNotEnded() {
        Heard steady = Heard.some(live.stream(BOB, false, OptionalLong.empty()), 0);
        for (int i = 0; i < 5; i++) {
            long line = live.post(ANN);
            steady.request(1);
            steady.untilId(line);
            live.beat();
        }
        assertThat(steady.completed).isFalse();
    }

    private void restart(LiveSettings settings) {
        live.close();
        live = LiveUnderTest.withPublicRoom(settings);
    }
}
