package dev.parley.api.live;

import dev.parley.api.identity.Caller;
import dev.parley.api.live.ClientFrame.JoinRoom;
import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.PersonView;
import dev.parley.query.live.Frame;
import dev.parley.query.room.live.Ending;
import dev.parley.query.room.live.Listener;
import dev.parley.query.room.live.LiveRooms;
import dev.parley.query.room.live.RoomStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.springframework.web.reactive.socket.CloseStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The rooms that one WebSocket has joined: 100 at most. */
final class SocketRooms {
    static final int MAX = 100;

    private final Map<RoomId, Sinks.Empty<Void>> joined = new ConcurrentHashMap<>();
    private final LiveRooms live;
    private final Executor loop;
    private final Consumer<CloseStatus> close;

    SocketRooms(LiveRooms live, Executor loop, Consumer<CloseStatus> close) {
        this.live = live;
        this.loop = loop;
        this.close = close;
    }

    /** The answer to the frame, and from then on what happens in the room, until it is left or may not be read. */
    Flux<List<byte[]>> join(JoinRoom frame, String ref, Caller caller) {
        RoomId room = frame.roomId();
        Sinks.Empty<Void> left = Sinks.empty();
        if (joined.putIfAbsent(room, left) != null) {
            return Flux.just(Answer.done(ref));
        }
        if (joined.size() > MAX) {
            joined.remove(room, left);
            return Flux.error(new ProblemException(ProblemType.TOO_MANY_ROOMS, "One socket joins 100 rooms at most."));
        }
        return Mono.fromFuture(() -> live.listen(room, listener(caller, frame.after())))
                .doOnDiscard(RoomStream.class, RoomStream::cancel)
                .flatMapMany(stream ->
                        texts(stream).startWith(Answer.joined(ref, room, stream.position(), stream.present())))
                .takeUntilOther(left.asMono())
                .doFinally(end -> joined.remove(room, left));
    }

    /** Leaving a room that was not joined changes nothing. */
    void leave(RoomId room) {
        Sinks.Empty<Void> left = joined.remove(room);
        if (left != null) {
            left.tryEmitEmpty();
        }
    }

    Mono<Void> typing(RoomId room, Caller caller) {
        if (!joined.containsKey(room)) {
            return Mono.error(new ProblemException(ProblemType.NOT_JOINED, "Join the room first."));
        }
        return Mono.fromFuture(() -> live.typing(room, listener(caller, OptionalLong.empty())));
    }

    private Flux<List<byte[]>> texts(RoomStream stream) {
        return stream.map(batch -> batch.stream().map(Frame::text).toList())
                .doOnComplete(() -> stream.ending().ifPresent(this::ended));
    }

    /** What ends one room's stream may be the end of them all. */
    private void ended(Ending ending) {
        if (ending.equals(Ending.SLOW_CONSUMER)) {
            close.accept(Closing.SLOW_CONSUMER);
        } else if (ending.equals(Ending.GOING_AWAY)) {
            close.accept(Closing.GOING_AWAY);
        }
    }

    private Listener listener(Caller caller, OptionalLong after) {
        PersonView person = PersonView.of(caller.actor().id(), caller.username().value());
        return new Listener(person, caller.actor().moderates(), after, loop);
    }
}
