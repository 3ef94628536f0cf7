package dev.parley.query.room.live;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.room.RoomAccess;
import dev.parley.kernel.room.RoomEvent.MessageRemoved;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import dev.parley.query.ReadRefused;
import dev.parley.query.live.Frame;
import dev.parley.query.room.RoomState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;

/** A room that somebody listens to here, or did a moment ago: its state, what has happened there, and who is there. */
final class LiveRoom {
    private final RoomId id;
    private final LiveContext context;
    private final Attendance attendance;
    private final Backlog backlog;
    private volatile RoomState state;
    /** Why the room was given up, or {@code null} while it is not. */
    private volatile Ending ended;

    LiveRoom(LiveContext context, Attendance attendance, RoomState known) {
        this.id = known.opening().id();
        this.context = context;
        this.attendance = attendance;
        this.state = known;
        this.backlog =
                new Backlog(context.history(), this::state, context.settings().ring());
    }

    /**
     * Takes the room's next event. The state changes before the event can be read, so that whoever has read it finds a
     * state that is not older.
     */
    void take(DomainEventMessage<?> event, RoomState after) {
        Entry entry = context.frames().entry(event, Flags.of(after.standing()));
        if (event.getPayload() instanceof MessageRemoved removed) {
            backlog.redact(context.frames().removal(removed));
        }
        state = after;
        backlog.ring().append(event.getSequenceNumber(), entry);
        attendance.wake();
    }

    /** The listener as far as the log goes: a client may have more than the tail brought, not more than is stored. */
    CompletableFuture<Listener> withinLog(Listener listener) {
        return listener.after().orElse(0) <= backlog.newestSequence()
                ? CompletableFuture.completedFuture(listener)
                : context.history().head(id).thenApply(listener::atMost);
    }

    /**
     * A stream that ends at once if the room was given up meanwhile.
     *
     * @throws ReadRefused if the listener may not read here
     */
    RoomStream open(Listener listener, Hearing hearing) {
        refuses(listener, hearing, state).ifPresent(rule -> {
            throw new ReadRefused(rule, id + " is not yours to read");
        });
        attendance.comes(listener.person());
        RoomStream stream = new RoomStream(this, listener, hearing);
        hearing.whenClosed(() -> stream.loop().execute(stream::drain));
        context.metrics().opened();
        attendance.add(stream);
        Ending over = ended;
        if (over != null) {
            stream.close(over);
        }
        return stream;
    }

    void leave(RoomStream stream) {
        context.metrics().left();
        stream.ending().ifPresent(context.metrics()::ended);
        attendance.goes(stream);
    }

    void joined(PersonView person) {
        tell(context.frames().joined(id, person));
    }

    void left(PersonView person) {
        tell(context.frames().left(id, person));
    }

    void listed(List<PersonView> present) {
        tell(context.frames().present(id, present));
    }

    void typing(PersonView person) {
        tell(context.frames().typing(id, person));
    }

    void beat() {
        attendance.each(RoomStream::beat);
    }

    /** Ends all streams, those too that are opened later. */
    void close(Ending ending) {
        ended = ending;
        attendance.each(stream -> stream.close(ending));
    }

    Optional<Rejection> refuses(Listener listener, Hearing hearing, RoomState now) {
        var visitor = now.reader(listener.id(), listener.moderator(), hearing.kid(), instant());
        return RoomAccess.refusesReading(now.standing(), visitor);
    }

    List<PersonView> present() {
        return attendance.present();
    }

    RoomState state() {
        return state;
    }

    Backlog backlog() {
        return backlog;
    }

    Viewer viewer(Listener listener, Hearing hearing) {
        return new Viewer(listener.moderator(), state, hearing.blocked(), instant());
    }

    int buffer() {
        return context.settings().buffer();
    }

    Frame closed(Ending ending) {
        return context.frames().closed(id, ending);
    }

    void delivered(int frames) {
        context.metrics().delivered(frames);
    }

    private void tell(Frame frame) {
        backlog.ring().appendPassing(new Entry.Plain(frame));
        attendance.wake();
    }

    private Instant instant() {
        return context.clock().instant();
    }
}
