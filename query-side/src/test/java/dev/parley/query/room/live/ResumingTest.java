package dev.parley.query.room.live;

import static dev.parley.query.room.live.LiveUnderTest.ANN;
import static dev.parley.query.room.live.LiveUnderTest.BOB;
import static dev.parley.query.room.live.LiveUnderTest.MOD;
import static dev.parley.query.room.live.LiveUnderTest.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.ParticipantRemoved;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.RoomEnabled;
import dev.parley.kernel.room.RoomEvent.RoomFinished;
import dev.parley.query.live.LiveSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResumingTest {
    private static final LiveSettings SMALL =
            new LiveSettings(8, 8, 100, Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(10));

    private LiveUnderTest live = LiveUnderTest.withPublicRoom();

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void insideTheRingReadsTheLogNotMoreThanOnceForAll() {
        Heard first = live.listen(BOB);
        long last = live.posted(300);
        first.untilId(last);
        List<Heard> all = new ArrayList<>();
        for (long after = last - 100; after < last; after++) {
            all.add(live.listen(BOB, OptionalLong.of(after)));
        }
        all.forEach(heard -> heard.untilId(last));
        assertThat(live.reads).hasValue(0);
    }

    @Test
    void ofManyAfterARestartReadsTheLogOnce() {
        long last = live.posted(100);
        List<Heard> all = new ArrayList<>();
        for (long after = 0; after < last; after++) {
            all.add(live.listen(BOB, OptionalLong.of(after)));
        }
        for (int after = 0; after < last; after++) {
            assertThat(all.get(after).untilId(last).ids())
                    .containsExactlyElementsOf(LiveUnderTest.range(after + 1, last));
        }
        assertThat(live.reads).hasValue(1);
    }

    @Test
    void fromLongAgoReadsTheLogPieceByPieceAsItIsTaken() {
        long last = live.posted(2_000);
        Heard heard = Heard.some(live.stream(BOB, false, OptionalLong.of(0)), 1);
        heard.until(one -> !one.frames.isEmpty());
        assertThat(heard.frames).hasSizeLessThan(200);
        heard.requestUnbounded();
        assertThat(heard.untilId(last).ids()).containsExactlyElementsOf(LiveUnderTest.range(1, last));
    }

    @Test
    void isPutOffWhileTooManyReadTheLog() {
        live.posted(100);
        live.refuseReads();
        Heard heard = live.listen(BOB, OptionalLong.of(0)).untilCompleted();
        assertThat(heard.text())
                .isEqualTo("event: closed\ndata: {\"room_id\":\"team~1\",\"reason\":\"interrupted\"}\n\n");
    }

    @Test
    void fromAPlaceThatIsNotThereYetIsFromNowOn() {
        live.post(ANN);
        Heard heard = live.listen(BOB, OptionalLong.of(4_000_000_000L));
        long last = live.post(ANN);
        assertThat(heard.untilId(last).ids()).containsExactly(last);
    }

    @Test
    void atRandomPlacesWhileLinesComeNeitherRepeatsNorMisses() {
        restart(SMALL);
        Random random = new Random(42);
        List<Long> union = new ArrayList<>();
        long seen = 0;
        for (int cut = 0; cut < 300; cut++) {
            Heard heard = live.listen(BOB, OptionalLong.of(seen));
            int lines = random.nextInt(25);
            long last = live.posted(lines);
            if (lines > 0 && random.nextBoolean()) {
                heard.untilId(last);
            }
            heard.cancel();
            List<Long> ids = heard.ids();
            union.addAll(ids);
            seen = ids.isEmpty() ? seen : ids.getLast();
        }
        long last = live.post(ANN);
        union.addAll(live.listen(BOB, OptionalLong.of(seen)).untilId(last).ids());
        assertThat(union).containsExactlyElementsOf(LiveUnderTest.range(1, last));
    }

    @Test
    void givesTheSameFramesFromRingAndLog() {
        restart(SMALL);
        live.append(new RoomDisabled(ROOM));
        live.append(new ParticipantAdded(ROOM, BOB));
        live.append(new RoomEnabled(ROOM));
        live.append(new ParticipantRemoved(ROOM, BOB));
        long ring = live.append(new RoomFinished(ROOM));
        Heard fromRing = live.listen(MOD, OptionalLong.of(0)).untilId(ring);
        long last = live.posted(50);
        Heard fromLog = live.listen(MOD, OptionalLong.of(0)).untilId(last);
        assertThat(fromLog.text()).isEqualTo(fromRing.untilId(last).text());
    }

    private void restart(LiveSettings settings) {
        live.close();
        live = LiveUnderTest.withPublicRoom(settings);
    }
}
