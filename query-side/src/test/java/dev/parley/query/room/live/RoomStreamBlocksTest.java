package dev.parley.query.room.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.kernel.member.UserId;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody hears of a room in which people write whom they block. */
class RoomStreamBlocksTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BEN = new UserId("ben");

    private final LiveUnderTest live = LiveUnderTest.withPublicRoom();

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void hasNoLinesOfThose() {
        live.blocks.block(ANN, BEN);
        Heard heard = live.listen(ANN);
        live.post(BEN);
        long last = live.post(ANN);
        assertThat(heard.untilId(last).ids()).containsExactly(last);
    }

    @Test
    void hasNoneFromTheBlockOn() {
        Heard heard = live.listen(ANN);
        long first = live.post(BEN);
        heard.untilId(first);
        live.blocks.block(ANN, BEN);
        live.post(BEN);
        long last = live.post(ANN);
        assertThat(heard.untilId(last).ids()).containsExactly(first, last);
    }

    @Test
    void hasNoneOfWhatWasMissed() {
        live.blocks.block(ANN, BEN);
        live.post(BEN);
        long last = live.post(ANN);
        live.post(BEN);
        Heard heard = live.listen(ANN, OptionalLong.of(0));
        assertThat(heard.untilId(last).ids()).doesNotContain(last - 1).contains(last);
    }

    @Test
    void forgetsWhomToLookOutForWithItsStream() {
        Heard heard = live.listen(ANN);
        assertThat(live.blocks.watches()).isEqualTo(1);
        heard.cancel();
        await().atMost(Duration.ofSeconds(5)).until(() -> live.blocks.watches() == 0);
    }
}
