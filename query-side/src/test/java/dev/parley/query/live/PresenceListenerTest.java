package dev.parley.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PresenceListenerTest {
    private static final Seat ANN = new Seat(new RoomId("team~1"), PersonView.of(new UserId("ann"), "ann"));
    private static final LiveSettings SETTINGS =
            new LiveSettings(256, 256, 100, Duration.ofSeconds(15), Duration.ofSeconds(60), Duration.ofSeconds(10));

    private final Presence presence = new Presence(SETTINGS, new Outbox());
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void isToldInTheOrderInWhichItHappenedWhoeverMakesItHappen() throws InterruptedException {
        Thread elsewhere = new Thread(() -> presence.leaves("b", ANN));
        presence.tell(new PresenceListener() {
            @Override
            public void joined(Seat seat) {
                elsewhere.start();
                await().atMost(Duration.ofSeconds(5))
                        .until(() -> elsewhere.getState() == Thread.State.BLOCKED || !elsewhere.isAlive());
                told.add("joined");
            }

            @Override
            public void left(Seat seat) {
                told.add("left");
            }

            @Override
            public void listed(RoomId room, List<PersonView> present) {
                told.add("listed");
            }
        });

        presence.comes("b", ANN);
        elsewhere.join();
        assertThat(told).containsExactly("joined", "left");
    }
}
