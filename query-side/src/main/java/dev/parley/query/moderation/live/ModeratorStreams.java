package dev.parley.query.moderation.live;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.moderation.AppealEvent;
import dev.parley.kernel.moderation.CaseEvent;
import dev.parley.query.ReadRefused;
import dev.parley.query.live.Frame;
import dev.parley.query.live.LiveSettings;
import dev.parley.query.live.LogListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * The moderators' streams on this node: cases that are opened, claimed, left and decided, and appeals, as the log's tail
 * sees them. The latest 1,000 frames are kept; whoever was away for longer, or comes to a node that has not been up for
 * so long, is told so first.
 */
@Component
public class ModeratorStreams implements LogListener, SmartLifecycle {
    private static final int KEPT = 1_000;
    private static final long UNKNOWN = Long.MAX_VALUE;

    private final Set<ModeratorStream> open = ConcurrentHashMap.newKeySet();
    private final Deque<Frame> kept = new ArrayDeque<>();
    private final ModeratorFrames frames;
    private final int buffer;
    /** Position in the log from which on all is kept. */
    private long complete = UNKNOWN;

    private volatile boolean running;

    ModeratorStreams(ModeratorFrames frames, LiveSettings settings) {
        this.frames = frames;
        this.buffer = settings.buffer();
    }

    /** One connection's way to hear: its frames, each once and in order, and the handle that ends them. */
    public record Opened(ModeratorStream stream, Flux<Frame> frames) {}

    /**
     * Opens a stream, which begins with what was missed.
     *
     * @param after position of the last frame that was heard; empty for none
     * @throws ReadRefused unless this is a moderator
     */
    public Opened open(Actor viewer, OptionalLong after) {
        if (!viewer.moderates()) {
            throw new ReadRefused(Rejection.NOT_ALLOWED, "This is for moderators.");
        }
        var stream = new ModeratorStream(buffer, open::remove);
        List<Frame> missed = begin(stream, after);
        if (!running) {
            stream.close(ModeratorStream.GOING_AWAY);
        }
        return new Opened(
                stream,
                Flux.fromIterable(missed)
                        .concatWith(stream.frames())
                        .concatWith(Flux.defer(() -> Flux.just(frames.closed(stream.ending())))));
    }

    /** What it missed, and no frame that comes after: that it is told. */
    private synchronized List<Frame> begin(ModeratorStream stream, OptionalLong after) {
        open.add(stream);
        if (after.isEmpty()) {
            return List.of();
        }
        long heard = after.getAsLong();
        return heard + 1 < complete
                ? List.of(frames.missed())
                : kept.stream()
                        .filter(frame -> frame.id().orElseThrow() > heard)
                        .toList();
    }

    @Override
    public synchronized void on(DomainEventMessage<?> event, TrackingToken at) {
        long position = at.position().orElse(-1);
        complete = Math.min(complete, position);
        frame(event, position).ifPresent(this::tell);
    }

    private Optional<Frame> frame(DomainEventMessage<?> event, long position) {
        Class<?> type = event.getPayloadType();
        if (CaseEvent.class.isAssignableFrom(type)) {
            return frames.of((CaseEvent) event.getPayload(), position);
        }
        return AppealEvent.class.isAssignableFrom(type)
                ? Optional.of(frames.of((AppealEvent) event.getPayload(), position))
                : Optional.empty();
    }

    private void tell(Frame frame) {
        kept.add(frame);
        if (kept.size() > KEPT) {
            complete = kept.remove().id().orElseThrow() + 1;
        }
        open.forEach(stream -> stream.tell(frame));
    }

    @Override
    public void start() {
        running = true;
    }

    /** Tells everybody that the node goes away. */
    @Override
    public void stop() {
        running = false;
        open.forEach(stream -> stream.close(ModeratorStream.GOING_AWAY));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
