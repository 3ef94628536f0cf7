package dev.parley.query.room.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.query.live.Frame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** Takes what a stream sends, as fast as the test lets it. */
final class Heard extends BaseSubscriber<List<Frame>> {
    final List<Frame> frames = new CopyOnWriteArrayList<>();
    final List<List<Frame>> batches = new CopyOnWriteArrayList<>();
    volatile boolean completed;
    private final RoomStream stream;
    private final long demand;

    private Heard(RoomStream stream, long demand) {
        this.stream = stream;
        this.demand = demand;
    }

    static Heard all(RoomStream stream) {
        return some(stream, Long.MAX_VALUE);
    }

    /** Takes this many batches, and more only when asked to. */
    static Heard some(RoomStream stream, long batches) {
        Heard heard = new Heard(stream, batches);
        stream.subscribe(heard);
        return heard;
    }

    @Override
    public String toString() {
        return "heard " + events() + " " + ids() + " after " + stream.position() + ", ended by " + stream.ending();
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        if (demand > 0) {
            subscription.request(demand);
        }
    }

    @Override
    protected void hookOnNext(List<Frame> batch) {
        batches.add(batch);
        frames.addAll(batch);
    }

    @Override
    protected void hookOnComplete() {
        completed = true;
    }

    RoomStream stream() {
        return stream;
    }

    List<Long> ids() {
        return frames.stream()
                .filter(frame -> frame.id().isPresent())
                .map(frame -> frame.id().getAsLong())
                .toList();
    }

    List<String> events() {
        return frames.stream().map(Frame::event).toList();
    }

    String text() {
        StringBuilder all = new StringBuilder();
        frames.forEach(frame -> all.append(new String(frame.sse(), java.nio.charset.StandardCharsets.UTF_8)));
        return all.toString();
    }

    Heard until(Predicate<Heard> condition) {
        await().pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(condition).as(this::toString).accepts(this));
        return this;
    }

    Heard untilId(long id) {
        return until(heard -> heard.ids().contains(id));
    }

    Heard untilCompleted() {
        return until(heard -> heard.completed);
    }
}
