package dev.parley.query.moderation.live;

import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.AppealEvent;
import dev.parley.kernel.moderation.CaseEvent;
import dev.parley.kernel.moderation.StreamKind;
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
    private final Deque<Told> kept = new ArrayDeque<>();
    private final ModeratorFrames frames;
    private final int buffer;
    /** Position in the log from which on all is kept. */
    private long complete = UNKNOWN;

    private volatile boolean running;

    ModeratorStreams(ModeratorFrames frames, LiveSettings settings) {
        this.frames = frames;
        this.buffer = settings.buffer();
    }

    /** @param concerned whom it is about: they are not told */
    private record Told(Frame frame, Set<UserId> concerned) {
        long position() {
            return frame.id().orElseThrow();
        }

        boolean isFor(UserId moderator) {
            return !concerned.contains(moderator);
        }
    }

    /** One connection's way to hear: its frames, each once and in order, and the handle that ends them. */
    public record Opened(ModeratorStream stream, Flux<Frame> frames) {}

    /**
     * Opens a stream, which begins with what was missed, and tells nothing that is about the viewer.
     *
     * @param after position of the last frame that was heard; empty for none
     * @throws ReadRefused unless this is a moderator
     */
    public Opened open(Actor viewer, OptionalLong after) {
        ReadRefused.unlessModerates(viewer);
        var stream = new ModeratorStream(viewer.id(), buffer, open::remove);
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
                        .filter(told -> told.position() > heard && told.isFor(stream.viewer()))
                        .map(Told::frame)
                        .toList();
    }

    @Override
    public synchronized void on(DomainEventMessage<?> event, TrackingToken at) {
        long position = at.position().orElse(-1);
        complete = Math.min(complete, position);
        told(event, position).ifPresent(this::tell);
    }

    private Optional<Told> told(DomainEventMessage<?> event, long position) {
        Class<?> type = event.getPayloadType();
        if (CaseEvent.class.isAssignableFrom(type)) {
            return told((CaseEvent) event.getPayload(), position);
        }
        return AppealEvent.class.isAssignableFrom(type)
                ? Optional.of(told((AppealEvent) event.getPayload(), position))
                : Optional.empty();
    }

    private Optional<Told> told(CaseEvent event, long position) {
        Set<UserId> concerned = StreamKind.CASE.concerned(event.caseId().file().toString());
        return frames.of(event, position).map(frame -> new Told(frame, concerned));
    }

    private Told told(AppealEvent event, long position) {
        return new Told(
                frames.of(event, position),
                StreamKind.APPEAL.concerned(event.appealId().toString()));
    }

    private void tell(Told told) {
        kept.add(told);
        if (kept.size() > KEPT) {
            complete = kept.remove().position() + 1;
        }
        open.stream().filter(stream -> told.isFor(stream.viewer())).forEach(stream -> stream.tell(told.frame()));
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
