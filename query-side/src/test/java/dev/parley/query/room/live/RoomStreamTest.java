package dev.parley.query.room.live;

import static dev.parley.query.room.live.LiveUnderTest.ANN;
import static dev.parley.query.room.live.LiveUnderTest.BOB;
import static dev.parley.query.room.live.LiveUnderTest.MOD;
import static dev.parley.query.room.live.LiveUnderTest.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.ParticipantAdded;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomEvent.RoomEnabled;
import dev.parley.kernel.room.RoomEvent.RoomFinished;
import dev.parley.kernel.room.RoomEvent.TimeoutEnded;
import dev.parley.kernel.room.TimeoutReason;
import dev.parley.query.live.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

class RoomStreamTest {
    private final LiveUnderTest live = LiveUnderTest.withPublicRoom();

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void bringsEachLineOnceAndInOrder() {
        live.post(ANN);
        Heard heard = live.listen(BOB);
        long last = 0;
        for (int i = 0; i < 1_000; i++) {
            last = live.post(ANN);
        }
        heard.untilId(last);
        assertThat(heard.ids()).containsExactlyElementsOf(LiveUnderTest.range(2, last));
    }

    @Test
    void missesNothingThatHappensBeforeItIsSubscribedTo() {
        RoomStream stream = live.stream(BOB, false, OptionalLong.empty());
        long last = live.post(ANN);
        assertThat(Heard.all(stream).untilId(last).ids()).containsExactly(last);
    }

    @Test
    void showsALineAsAPageDoes() {
        Heard heard = live.listen(BOB);
        heard.untilId(live.post(ANN));
        assertThat(heard.text())
                .startsWith("id: 1\nevent: new_message\ndata: {\"id\":\"team~1~1~1\",\"room_id\":\"team~1\","
                        + "\"user\":{\"id\":\"ann\",\"username\":\"ann\"},\"content\":\"line 1\",\"created_at\":\"")
                .endsWith("Z\",\"is_deleted\":false}\n\n");
    }

    @Test
    void hasAFrameForEveryEvent() {
        Heard heard = live.listen(MOD);
        Instant later = Instant.now().plusSeconds(60);
        live.append(new ParticipantAdded(ROOM, ANN));
        live.append(new RoomDisabled(ROOM));
        live.append(new RoomEnabled(ROOM));
        live.append(new MemberTimedOut(ROOM, ANN, MOD, TimeoutReason.SPAM, later));
        live.append(new TimeoutEnded(ROOM, ANN, true));
        heard.untilId(live.append(new RoomFinished(ROOM)));
        assertThat(heard.ids()).containsExactlyElementsOf(LiveUnderTest.range(1, 6));
        assertThat(heard.events())
                .containsExactly(
                        "room_changed", "room_changed", "room_changed", "timeout", "timeout_ended", "room_changed");
    }

    @Test
    void endsWhenItsSubscriberFailsAndDisturbsNobodyElse() {
        Heard other = live.listen(MOD);
        Failing failing = new Failing();
        live.stream(BOB, false, OptionalLong.empty()).subscribe(failing);
        long last = live.posted(2);
        assertThat(failing.completed).succeedsWithin(Duration.ofSeconds(5));
        other.untilId(last).until(heard -> live.subscribers() == 1);
    }

    @Test
    void endsWhenTheNodeStops() {
        Heard heard = live.listen(BOB);
        live.rooms.stop();
        heard.untilCompleted();
        assertThat(heard.text())
                .isEqualTo("event: closed\ndata: {\"room_id\":\"team~1\",\"reason\":\"going-away\"}\n\n");
    }

    /** Breaks the rules, and counts on being let go of all the same. */
    private static final class Failing implements CoreSubscriber<List<Frame>> {
        private final CompletableFuture<Void> completed = new CompletableFuture<>();

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<Frame> batch) {
            throw new IllegalStateException("on purpose");
        }

        @Override
        public void onError(Throwable failure) {
            completed.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            completed.complete(null);
        }
    }
}
