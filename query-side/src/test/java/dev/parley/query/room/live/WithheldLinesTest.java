package dev.parley.query.room.live;

import static dev.parley.query.room.live.LiveUnderTest.ANN;
import static dev.parley.query.room.live.LiveUnderTest.BOB;
import static dev.parley.query.room.live.LiveUnderTest.MOD;
import static dev.parley.query.room.live.LiveUnderTest.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.kernel.room.TimeoutReason;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WithheldLinesTest {
    private final LiveUnderTest live = LiveUnderTest.withPublicRoom();

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void thatWereRemovedAreNotSentAgainFromTheRing() {
        Heard first = live.listen(BOB);
        long line = live.post(ANN);
        first.untilId(live.remove(1, line));
        Heard second = live.listen(BOB, OptionalLong.of(0)).untilId(line + 1);
        assertThat(second.text())
                .doesNotContain("line 1")
                .contains("\"is_deleted\":true,\"deleted_by\":{\"id\":\"mod\",\"username\":\"mod\"}")
                .contains("event: message_deleted\ndata: {\"id\":\"team~1~1~1\",\"room_id\":\"team~1\"");
    }

    @Test
    void thatWereRemovedAreNotSentFromTheLog() {
        long line = live.post(ANN);
        live.posted(400);
        long removal = live.remove(1, line);
        live.posted(400);
        Heard heard = live.listen(BOB, OptionalLong.of(0)).untilId(removal + 400);
        assertThat(heard.frames).hasSize(802);
        assertThat(heard.text()).doesNotContain("\"line 1\"");
    }

    @Test
    void thatAreRemovedWhileTheirReaderIsOnTheWayAreNotSentEither() {
        long last = live.posted(1_000);
        Heard heard = Heard.some(live.stream(BOB, false, OptionalLong.of(0)), 1);
        heard.until(one -> !one.frames.isEmpty());
        Heard witness = live.listen(BOB);
        witness.untilId(live.remove(100, 100));
        heard.requestUnbounded();
        assertThat(heard.untilId(last + 1).text()).doesNotContain("\"line 100\"");
    }

    @Test
    void areShownToModerators() {
        long line = live.post(ANN);
        live.remove(1, line);
        Heard heard = Heard.all(live.stream(MOD, true, OptionalLong.of(0)));
        assertThat(heard.untilId(line + 1).text())
                .contains("\"content\":\"line 1\"")
                .contains("\"is_deleted\":true,\"deleted_by\":{\"id\":\"mod\",\"username\":\"mod\"}");
    }

    @Test
    void areHiddenUntilTheTimeoutOfTheirAuthorEnds() {
        long line = live.post(ANN);
        Instant later = Instant.now().plusSeconds(3_600);
        long timeout = live.append(new MemberTimedOut(ROOM, ANN, MOD, TimeoutReason.INSULT, later));
        assertThat(live.listen(BOB, OptionalLong.of(0)).untilId(timeout).text())
                .doesNotContain("line " + line)
                .contains("\"is_hidden\":true");
        long end = live.append(new TimeoutEnded(ROOM, ANN, true));
        live.listen(MOD, OptionalLong.of(timeout)).untilId(end);
        assertThat(live.listen(BOB, OptionalLong.of(0)).untilId(end).text()).contains("line " + line);
    }

    @Test
    void ofSomebodyTimedOutAreNotCalledHiddenOnceTheyAreRemoved() {
        long line = live.post(ANN);
        Instant later = Instant.now().plusSeconds(3_600);
        live.append(new MemberTimedOut(ROOM, ANN, MOD, TimeoutReason.INSULT, later));
        long removal = live.remove(1, line);
        assertThat(live.listen(BOB, OptionalLong.of(0)).untilId(removal).text())
                .contains("\"is_deleted\":true")
                .doesNotContain("is_hidden");
    }
}
