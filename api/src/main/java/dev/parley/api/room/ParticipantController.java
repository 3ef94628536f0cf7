package dev.parley.api.room;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.identity.Caller;
import dev.parley.api.member.Introductions;
import dev.parley.api.member.PersonName;
import dev.parley.command.room.RoomCommand.AddParticipant;
import dev.parley.command.room.RoomCommand.RemoveParticipant;
import dev.parley.kernel.room.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who takes part in a room: set by a service or the room's owner. */
@RestController
@RequestMapping("/api/chat/{roomId}/participants/{username}")
class ParticipantController {
    private final Dispatch dispatch;
    private final Introductions introductions;

    ParticipantController(Dispatch dispatch, Introductions introductions) {
        this.dispatch = dispatch;
        this.introductions = introductions;
    }

    /** @param id introduces the person of the path, if they have not come yet; {@code null} where they have */
    record Introduction(@JsonProperty("id") String id) {}

    /** Has a person take part. Problems: not-allowed (403), unknown-room, unknown-user (404), room-full (409). */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> add(
            @PathVariable RoomId roomId,
            @PathVariable String username,
            @RequestBody(required = false) Mono<Introduction> body,
            Caller caller,
            ServerWebExchange exchange) {
        return body.map(introduction -> new PersonName(introduction.id(), username))
                .filter(name -> !name.id().isEmpty())
                .flatMap(name -> introductions.person(exchange, caller.actor(), name))
                .switchIfEmpty(introductions.addressed(username))
                .flatMap(member -> dispatch.send(exchange, "", new AddParticipant(caller.actor(), roomId, member)))
                .then();
    }

    /** Ends a person's part in it. Problems: not-allowed (403), unknown-room, unknown-user (404). */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(
            @PathVariable RoomId roomId, @PathVariable String username, Caller caller, ServerWebExchange exchange) {
        return introductions
                .addressed(username)
                .flatMap(member -> dispatch.send(exchange, "", new RemoveParticipant(caller.actor(), roomId, member)))
                .then();
    }
}
