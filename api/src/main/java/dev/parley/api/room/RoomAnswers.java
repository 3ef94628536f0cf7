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
import dev.parley.query.Names;
import dev.parley.query.Positions;
import dev.parley.query.room.RoomState;
import dev.parley.query.room.RoomStates;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What a write to a room is answered with: the room as the command's events leave it, waiting for no projection. */
@Component
class RoomAnswers {
    private final RoomStates states;
    private final Positions positions;
    private final Names names;

    RoomAnswers(RoomStates states, Positions positions, Names names) {
        this.states = states;
        this.positions = positions;
        this.names = names;
    }

    /** The room after a command: folded from its opening if the command opened it, else onto what this node knows. */
    Mono<RoomState> room(RoomId id, Outcome outcome) {
        return opened(outcome)
                .map(Mono::just)
                .orElseGet(() -> current(id))
                .map(room -> outcome.events().stream().reduce(room, RoomAnswers::after, (earlier, later) -> later));
    }

    /** The person's timeout: as the command set it, else an earlier one that ends later. */
    Mono<TimeoutView> timeout(RoomId id, UserId member, Outcome outcome) {
        Mono<Instant> end = outcome.first(MemberTimedOut.class)
                .map(recorded -> Mono.just(recorded.event().until()))
                .orElseGet(() -> standingEnd(id, member, outcome.position()));
        return end.zipWith(Mono.fromFuture(() -> names.people(Set.of(member))))
                .map(found -> new TimeoutView(found.getT2().get(member), found.getT1()));
    }

    /** As this node knows the room once it has seen what the command saw. */
    private Mono<Instant> standingEnd(RoomId id, UserId member, long position) {
        return Mono.fromFuture(() -> positions.seen(position))
                .then(Mono.defer(() -> current(id)))
                .mapNotNull(room -> room.people().timedOutUntil().get(member));
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
