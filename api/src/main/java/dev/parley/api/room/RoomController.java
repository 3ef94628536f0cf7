package dev.parley.api.room;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.identity.Caller;
import dev.parley.api.member.Introductions;
import dev.parley.command.Outcome;
import dev.parley.command.room.RoomCommand.ChangeRoom;
import dev.parley.command.room.RoomCommand.OpenRoom;
import dev.parley.command.room.RoomCommand.People;
import dev.parley.command.room.Toggle;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.RoomEvent.RoomOpened;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.RoomType;
import dev.parley.query.Standings;
import dev.parley.query.room.RoomView;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Opens rooms and decides about them. */
@RestController
@RequestMapping("/api/chat")
class RoomController {
    private final Dispatch dispatch;
    private final Introductions introductions;
    private final RoomAnswers answers;
    private final Standings standings;
    private final Clock clock;

    RoomController(
            Dispatch dispatch, Introductions introductions, RoomAnswers answers, Standings standings, Clock clock) {
        this.standings = standings;
        this.dispatch = dispatch;
        this.introductions = introductions;
        this.answers = answers;
        this.clock = clock;
    }

    /** What changes about a room; what is left out stays. */
    record RoomChange(
            @JsonProperty("is_disabled") Boolean disabled,
            @JsonProperty("finished") Boolean finished,
            @JsonProperty("reason") String reason) {

        ChangeRoom command(Caller caller, RoomId room) {
            return new ChangeRoom(caller.actor(), room, toggle(disabled), toggle(finished), reason);
        }

        private static Toggle toggle(Boolean wanted) {
            return wanted == null ? Toggle.AS_IS : Toggle.to(wanted);
        }
    }

    /**
     * Opens a room, by a service. 201 with the new room, or 200 with the one that is there already, as it is.
     * Problems: not-allowed (403), unknown-user (422).
     */
    @PostMapping("/rooms")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    Mono<ResponseEntity<RoomView>> open(@RequestBody NewRoom body, Caller caller, ServerWebExchange exchange) {
        RoomType type = body.type();
        EntityId entity = body.entityId();
        return people(exchange, body, caller)
                .map(people -> new OpenRoom(caller.actor(), type, entity, people, body.publicRead()))
                .flatMap(command -> dispatch.send(exchange, body, command))
                .flatMap(outcome -> view(RoomId.of(type, entity), outcome, caller)
                        .map(room -> ResponseEntity.status(status(outcome)).body(room)));
    }

    /**
     * Decides about a room, by a service, its owner, or a moderator with a reason. Problems: not-allowed
     * (403), unknown-room (404), room-finished (409).
     */
    @PatchMapping("/{roomId}")
    Mono<RoomView> change(
            @PathVariable RoomId roomId, @RequestBody RoomChange body, Caller caller, ServerWebExchange exchange) {
        return dispatch.send(exchange, body, body.command(caller, roomId))
                .flatMap(outcome -> view(roomId, outcome, caller));
    }

    private Mono<People> people(ServerWebExchange exchange, NewRoom body, Caller caller) {
        return introductions
                .people(exchange, caller.actor(), body.participants())
                .zipWith(introductions.people(exchange, caller.actor(), body.owners()), People::new);
    }

    private static HttpStatus status(Outcome outcome) {
        return outcome.first(RoomOpened.class).isPresent() ? HttpStatus.CREATED : HttpStatus.OK;
    }

    private Mono<RoomView> view(RoomId id, Outcome outcome, Caller caller) {
        return answers.room(id, outcome)
                .zipWith(Mono.fromFuture(() -> standings.standing(caller.actor().id())))
                .map(known -> RoomView.of(known.getT1(), caller.actor(), known.getT2(), clock.instant()));
    }
}
