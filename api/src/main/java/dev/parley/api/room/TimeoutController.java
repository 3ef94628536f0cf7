package dev.parley.api.room;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Reason;
import dev.parley.api.identity.Caller;
import dev.parley.api.member.Introductions;
import dev.parley.api.member.PersonName;
import dev.parley.command.room.RoomCommand.LiftTimeout;
import dev.parley.command.room.RoomCommand.TimeOutMember;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.TimeoutMinutes;
import dev.parley.kernel.room.TimeoutReason;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Timeouts: by a moderator or the room's owner. */
@RestController
@RequestMapping("/api/chat/{roomId}/timeouts")
class TimeoutController {
    private final Dispatch dispatch;
    private final Introductions introductions;
    private final RoomAnswers answers;

    TimeoutController(Dispatch dispatch, Introductions introductions, RoomAnswers answers) {
        this.dispatch = dispatch;
        this.introductions = introductions;
        this.answers = answers;
    }

    /** @param minutes 15 unless told */
    record NewTimeout(
            @JsonProperty("username") String username,
            @JsonProperty("reason") String reason,
            @JsonProperty("minutes") Integer minutes) {

        TimeoutReason because() {
            return TimeoutReason.fromLabel(reason)
                    .orElseThrow(() -> new InvalidValue("reason", "shaming, insult, spam or other"));
        }

        TimeoutMinutes length() {
            return minutes == null ? TimeoutMinutes.USUAL : new TimeoutMinutes(minutes);
        }
    }

    /**
     * Times a person out in this room. 201 with the end of the timeout, which is that of an earlier one if that ends
     * later. Problems: not-allowed, cannot-be-timed-out (403), unknown-room (404), unknown-user (422).
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<TimeoutView> timeOut(
            @PathVariable RoomId roomId, @RequestBody NewTimeout body, Caller caller, ServerWebExchange exchange) {
        TimeoutReason because = body.because();
        TimeoutMinutes length = body.length();
        return introductions
                .person(exchange, caller.actor(), PersonName.known(body.username()))
                .flatMap(member -> dispatch.send(
                                exchange, body, new TimeOutMember(caller.actor(), roomId, member, because, length))
                        .flatMap(outcome -> answers.timeout(roomId, member, outcome)));
    }

    /** Lifts a timeout; nothing happens where there is none. Problems: not-allowed (403), unknown-room, unknown-user (404). */
    @DeleteMapping("/{username}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> lift(
            @PathVariable RoomId roomId,
            @PathVariable String username,
            Reason reason,
            Caller caller,
            ServerWebExchange exchange) {
        return introductions
                .addressed(username)
                .flatMap(member ->
                        dispatch.send(exchange, reason, new LiftTimeout(caller.actor(), roomId, member, reason.text())))
                .then();
    }
}
