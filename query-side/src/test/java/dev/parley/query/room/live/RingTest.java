package dev.parley.query.room.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.query.live.Frame;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RingTest {
    private static final int CAPACITY = 8;

    private final Ring ring = new Ring(100, CAPACITY);

    @Test
    void reachesBackAsFarAsItsCapacityAlone() {
        append(101, 200);
        assertThat(ring.after(200 - CAPACITY)).isPresent();
        assertThat(ring.after(200 - CAPACITY - 1)).isEmpty();
    }

    @Test
    void letsGoOfWhatIsOlderThanItsCapacity() {
        Entry early = entry();
        ring.append(101, early);
        var kept = new WeakReference<>(early);
        early = null;
        append(102, 101 + 20 * CAPACITY);
        await().atMost(Duration.ofSeconds(5)).until(() -> {
            System.gc();
            return kept.get() == null;
        });
        assertThat(ring.after(101 + 19 * CAPACITY)).isPresent();
    }

    @Test
    void isFilledFromBeforeItsStartOnlyUntilThatIsTooLongAgo() {
        assertThat(ring.reachesWithEarlier(100 - CAPACITY)).isTrue();
        append(101, 101 + CAPACITY);
        assertThat(ring.reachesWithEarlier(100)).isFalse();
    }

    private void append(long first, long last) {
        for (long sequence = first; sequence <= last; sequence++) {
            ring.append(sequence, entry());
        }
    }

    private static Entry entry() {
        return new Entry.Plain(Frame.passing(JsonMapper.shared(), "typing", "somebody"));
    }
}
