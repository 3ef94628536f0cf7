package dev.parley.query.moderation.live;

import dev.parley.kernel.member.UserId;
import dev.parley.query.live.Frame;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * What happens in moderation from the moment it is made, for one connection. So many frames may wait for the connection
 * as its buffer holds; past that it ends, and the client resumes.
 */
public final class ModeratorStream {
    public static final String SLOW_CONSUMER = "slow-consumer";
    public static final String GOING_AWAY = "going-away";
    public static final String TOKEN_EXPIRED = "token-expired";

    private final UserId viewer;
    private final Sinks.Many<Frame> frames;
    private final Consumer<ModeratorStream> ended;
    private final AtomicReference<String> ending = new AtomicReference<>("");
    private Runnable whenClosed = () -> {};

    /** @param ended is told when nobody listens any more */
    ModeratorStream(UserId viewer, int buffer, Consumer<ModeratorStream> ended) {
        this.viewer = viewer;
        this.ended = ended;
        frames = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(buffer), () -> {});
    }

    UserId viewer() {
        return viewer;
    }

    /** Why the server ended it; empty while it has not. */
    String ending() {
        return ending.get();
    }

    Flux<Frame> frames() {
        return frames.asFlux().doFinally(end -> ended.accept(this));
    }

    /** Has {@code task} run once when the server ends the stream, at once if it has: its last frames may still wait then. */
    public synchronized void whenClosed(Runnable task) {
        if (ending.get().isEmpty()) {
            whenClosed = task;
        } else {
            task.run();
        }
    }

    synchronized void tell(Frame frame) {
        if (frames.tryEmitNext(frame) == Sinks.EmitResult.FAIL_OVERFLOW) {
            close(SLOW_CONSUMER);
        }
    }

    /** Ends it after what waits already. */
    public synchronized void close(String reason) {
        if (ending.compareAndSet("", reason)) {
            frames.tryEmitComplete();
            whenClosed.run();
        }
        ended.accept(this);
    }
}
