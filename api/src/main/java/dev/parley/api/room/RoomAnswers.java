package dev.parley.api.room;

import dev.parley.command.CommandRejected;
import dev.parley.command.Outcome;
import dev.parley.command.Outcome.Recorded;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomEvent;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.query.room.RoomState;
import dev.parley.query.room.RoomStates;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a write to a room is answered with: the room as the command's events leave it, waiting for no projection. */
@Component
class RoomAnswers {
    private final RoomStates states;

    RoomAnswers(RoomStates states) {
        this.states = states;
    }

    /** The room after a command: folded from its opening if the command opened it, else onto what this node knows. */
    Mono<RoomState> room(RoomId id, Outcome outcome) {
        return opened(outcome)
                .map(Mono::just)
                .orElseGet(() -> current(id))
                .map(room -> outcome.events().stream().reduce(room, RoomAnswers::after, (earlier, later) -> later));
    }

    /** When the person's timeout ends: as the command set it, else as an earlier one did. */
    Mono<Instant> timeoutEnd(RoomId id, UserId member, Outcome outcome) {
        return outcome.first(MemberTimedOut.class)
                .map(recorded -> Mono.just(recorded.event().until()))
                .orElseGet(() -> current(id)
                        .mapNotNull(room -> room.people().timedOutUntil().get(member)));
    }

    private Mono<RoomState> current(RoomId id) {
        return Mono.fromFuture(() -> states.current(id)).map(found -> found.orElseThrow(RoomAnswers::unknown));
    }

    static CommandRejected unknown() {
        return new CommandRejected(Rejection.UNKNOWN_ROOM, "There is no such room.");
    }

    private static Optional<RoomState> opened(Outcome outcome) {
        return outcome.first(RoomOpened.class).map(recorded -> RoomState.opened(recorded.event(), recorded.at()));
    }

    private static RoomState after(RoomState room, Recorded<?> recorded) {
        boolean known = recorded.sequence() <= room.sequence();
        return known ? room : room.after((RoomEvent) recorded.event(), recorded.sequence());
    }
}
