package dev.parley.query.room.live;

import static dev.parley.query.room.live.LiveUnderTest.ANN;
import static dev.parley.query.room.live.LiveUnderTest.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.kernel.member.UserId;
import dev.parley.query.live.Frame;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

class FanOutTest {
    private static final int LISTENERS = 500;
    private static final int LINES = 2_000;

    @Test
    void toFiveHundredOfWhomOneIsStalledBringsTheOthersEverything() {
        try (LiveUnderTest live = LiveUnderTest.withPublicRoom(SETTINGS)) {
            RoomStream stalled = live.stream(new UserId("stalled"), false, OptionalLong.empty());
            Heard.some(stalled, 1);
            List<Counter> others = IntStream.range(1, LISTENERS)
                    .mapToObj(i -> new Counter(live.stream(new UserId("u" + i), false, OptionalLong.empty())))
                    .toList();
            long last = 0;
            for (int i = 0; i < LINES; i++) {
                last = live.post(ANN);
            }
            long end = last;
            await().pollInterval(Duration.ofMillis(2))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> others.stream().allMatch(one -> one.last.get() == end));
            assertThat(others).allMatch(one -> one.lines.get() == LINES);
            assertThat(stalled.ending()).contains(Ending.SLOW_CONSUMER);
        }
    }

    /** Takes 32 batches at a time, as a connection does, and looks at the bytes. */
    private static final class Counter extends BaseSubscriber<List<Frame>> {
        private final AtomicLong lines = new AtomicLong();
        private final AtomicLong last = new AtomicLong();
        private long bytes;

        private Counter(RoomStream stream) {
            stream.subscribe(this);
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            subscription.request(32);
        }

        @Override
        protected void hookOnNext(List<Frame> batch) {
            for (Frame frame : batch) {
                bytes += frame.sse().length;
                if (frame.id().isPresent()) {
                    lines.incrementAndGet();
                    last.set(frame.id().getAsLong());
                }
            }
            request(1);
        }
    }
}
