package dev.parley.query.room.live;

import static dev.parley.query.room.live.LiveUnderTest.ANN;
import static dev.parley.query.room.live.LiveUnderTest.BOB;
import static dev.parley.query.room.live.LiveUnderTest.MOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.room.RoomEvent.ParticipantRemoved;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.ReadRefused;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAccessTest {
    private final LiveUnderTest live = LiveUnderTest.withPublicRoom();

    @AfterEach
    void close() {
        live.close();
    }

    private final RoomId closed = new RoomId("team~2");

    @Test
    void isRefusedToStrangers() {
        live.open(closed, false, ANN);
        assertThatThrownBy(() -> live.stream(closed, BOB, false, OptionalLong.empty()))
                .hasCauseInstanceOf(ReadRefused.class)
                .cause()
                .extracting("rule")
                .isEqualTo(Rejection.NOT_A_PARTICIPANT);
    }

    @Test
    void isRefusedToARoomThatWasNeverOpened() {
        assertThatThrownBy(() -> live.stream(new RoomId("team~3"), BOB, false, OptionalLong.empty()))
                .cause()
                .extracting("rule")
                .isEqualTo(Rejection.UNKNOWN_ROOM);
    }

    @Test
    void isRefusedToThoseInKidMode() {
        live.kids.set(BOB, true);
        assertThatThrownBy(() -> live.stream(LiveUnderTest.ROOM, BOB, false, OptionalLong.empty()))
                .cause()
                .extracting("rule")
                .isEqualTo(Rejection.KID_MODE);
        live.kids.set(BOB, false);
        live.listen(BOB).untilId(live.post(ANN));
    }

    @Test
    void thatKidModeClosesEndsTheStreamAtOnceWhileTheRoomIsQuiet() {
        Heard bob = live.listen(BOB);
        Heard unread = Heard.some(live.stream(LiveUnderTest.ROOM, BOB, false, OptionalLong.empty()), 0);
        Heard ann = live.listen(ANN);
        live.kids.set(MOD, true);
        Heard moderator = Heard.all(live.stream(LiveUnderTest.ROOM, MOD, true, OptionalLong.empty()));
        live.kids.set(BOB, true);
        assertThat(bob.untilCompleted().text()).endsWith("{\"room_id\":\"team~1\",\"reason\":\"kid-mode\"}\n\n");
        unread.untilCompleted();
        long line = live.post(ANN);
        ann.untilId(line);
        moderator.untilId(line);
        assertThat(bob.ids()).doesNotContain(line);
    }

    @Test
    void ofThoseInKidModeLetsThemNotBeSeenTyping() {
        live.open(closed, false, BOB);
        var typist = live.listener(BOB, false, OptionalLong.empty());
        assertThat(live.rooms.typing(closed, typist)).succeedsWithin(Duration.ofSeconds(5));
        live.kids.set(BOB, true);
        assertThat(live.rooms.typing(closed, typist))
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .havingRootCause()
                .extracting("rule")
                .isEqualTo(Rejection.KID_MODE);
    }

    @Test
    void thatIsLostEndsTheStreamAtOnce() {
        live.open(closed, false, ANN, BOB);
        Heard bob = Heard.all(live.stream(closed, BOB, false, OptionalLong.empty()));
        Heard ann = Heard.all(live.stream(closed, ANN, false, OptionalLong.empty()));
        Heard moderator = Heard.all(live.stream(closed, MOD, true, OptionalLong.empty()));
        long removal = live.append(new ParticipantRemoved(closed, BOB));
        bob.untilCompleted();
        assertThat(bob.ids()).doesNotContain(removal);
        assertThat(bob.frames.getLast().event()).isEqualTo("closed");
        assertThat(bob.text()).contains("{\"room_id\":\"team~2\",\"reason\":\"not-a-participant\"}");
        ann.untilId(removal);
        moderator.untilId(removal);
    }
}
