package dev.parley.query.direct.live;

import static org.awaitility.Awaitility.await;

import dev.parley.query.direct.live.PersonalStreams.Opened;
import dev.parley.query.live.Frame;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.Disposable;

/** What one connection hears. */
final class Heard {
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final Opened opened;
    private final Disposable hearing;

    Heard(Opened opened) {
        this.opened = opened;
        this.hearing = opened.frames().subscribe(frames::add);
    }

    List<Frame> events(String name) {
        return frames.stream().filter(frame -> frame.event().equals(name)).toList();
    }

    /** The names of those that have an id, once there are any frames. */
    List<String> numbered() {
        await().atMost(Duration.ofSeconds(5)).until(() -> !frames.isEmpty());
        return frames.stream()
                .filter(frame -> frame.id().isPresent())
                .map(Frame::event)
                .toList();
    }

    String ending() {
        return opened.stream().ending();
    }

    void leave() {
        hearing.dispose();
    }
}
