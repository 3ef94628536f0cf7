package dev.parley.query.room.live;

import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.room.RoomFold;
import dev.parley.query.room.RoomState;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.DomainEventMessage;

/** Brings events to one live room, from when it is first asked for: those that come while it is loaded wait for it. */
final class RoomFeed {
    private final LiveContext context;
    private final Attendance attendance;
    private final RoomFold fold = new RoomFold();
    private final CompletableFuture<LiveRoom> room = new CompletableFuture<>();

    RoomFeed(RoomId id, LiveContext context) {
        this.context = context;
        this.attendance = new Attendance(id, context);
    }

    RoomFeed hold() {
        attendance.hold();
        return this;
    }

    void release() {
        attendance.release();
    }

    boolean isAbandoned() {
        return attendance.isAbandoned();
    }

    /** Completes once the room is loaded. */
    CompletableFuture<LiveRoom> room() {
        return room;
    }

    /** The room if it is loaded by now. */
    Optional<LiveRoom> live() {
        return room.state() == Future.State.SUCCESS ? Optional.of(room.resultNow()) : Optional.empty();
    }

    /** Makes the room live; {@code false} when some of the events that waited are missing, so that it is of no use. */
    boolean begin(RoomState known) {
        LiveRoom live = new LiveRoom(context, attendance, known);
        boolean whole = fold.begin(known, live::take);
        room.complete(live);
        return whole;
    }

    /** Takes the room's next event; {@code false} when one before it is missing, so that the room is of no more use. */
    boolean on(DomainEventMessage<?> event) {
        return fold.on(event);
    }

    /** Whether a line of this person may be in memory: that is so, too, while the room is loaded. */
    boolean hasLineOf(UserId author) {
        return live().map(room -> room.backlog().ring().hasLineOf(author)).orElse(true);
    }

    void fail(Throwable failure) {
        room.completeExceptionally(failure);
    }

    /** Ends all streams of the room, those too that wait for it to be loaded. */
    void close(Ending ending) {
        room.thenAccept(live -> live.close(ending));
    }
}
