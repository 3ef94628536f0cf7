package dev.parley.query.room.live;

import static dev.parley.query.room.live.LiveUnderTest.ANN;
import static dev.parley.query.room.live.LiveUnderTest.BOB;
import static dev.parley.query.room.live.LiveUnderTest.MOD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.query.live.LiveSettings;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private LiveUnderTest live = LiveUnderTest.withPublicRoom();

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void countsAPersonOnceHoweverManyTabs() {
        Heard ann = live.listen(ANN);
        Heard first = live.listen(BOB);
        Heard second = live.listen(BOB);
        first.cancel();
        second.cancel();
        ann.until(heard -> heard.events().contains("user_left"));
        assertThat(ann.events()).containsExactly("user_joined", "user_left");
        assertThat(ann.text())
                .contains("data: {\"room_id\":\"team~1\",\"user\":{\"id\":\"bob\",\"username\":\"bob\"}}")
                .doesNotContain("id: ");
    }

    @Test
    void isNotAnnouncedInAFullRoom() {
        restart(new LiveSettings(256, 256, 2, Duration.ofSeconds(15), Duration.ofSeconds(60)));
        Heard ann = live.listen(ANN);
        live.listen(BOB);
        live.listen(MOD).cancel();
        long last = live.post(ANN);
        ann.untilId(last);
        assertThat(ann.events()).containsExactly("user_joined", "new_message");
    }

    private void restart(LiveSettings settings) {
        live.close();
        live = LiveUnderTest.withPublicRoom(settings);
    }
}
