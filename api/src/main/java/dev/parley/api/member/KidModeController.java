package dev.parley.api.member;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.identity.Caller;
import dev.parley.command.Command;
import dev.parley.command.SecretDigests;
import dev.parley.command.member.MemberCommand.DisableKidMode;
import dev.parley.command.member.MemberCommand.EnableKidMode;
import dev.parley.command.member.MemberCommand.ReleaseFromKidMode;
import dev.parley.command.member.Password;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.UserId;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Kid mode: closes all that strangers could reach somebody by. */
@RestController
@RequestMapping("/api/settings/kid-mode")
class KidModeController {
    private final Dispatch dispatch;
    private final Introductions introductions;
    private final SecretDigests digests;

    KidModeController(Dispatch dispatch, Introductions introductions, SecretDigests digests) {
        this.dispatch = dispatch;
        this.introductions = introductions;
        this.digests = digests;
    }

    /**
     * @param password that ends it: given when it begins; a class teacher or service needs none
     * @param username whose, if it is not the caller's own: a class teacher or service ends it for them
     */
    record KidModeChange(
            @JsonProperty("enabled") Boolean enabled,
            @JsonProperty("password") String password,
            @JsonProperty("username") String username) {
        KidModeChange {
            username = username == null ? "" : username;
        }

        /** @throws InvalidValue if it does not say what to change, or kid mode is to begin for another */
        boolean begins() {
            InvalidValue.unless(enabled != null, "enabled", "true or false");
            InvalidValue.unless(username.isEmpty() || !enabled, "username", "only together with enabled false");
            return enabled;
        }

        boolean isForAnother() {
            return !username.isEmpty();
        }

        /** What may be stored of it: of the password a digest that is worth nothing without the server's key. */
        List<Object> traces(UserId by, SecretDigests digests) {
            return List.of(enabled, username, password == null ? "" : digests.of(by, password));
        }

        @Override
        public String toString() {
            return enabled + " " + username;
        }
    }

    /**
     * Begins or ends kid mode. Problems: wrong-password, kid-mode-managed, not-allowed (403), kid-mode-on (409),
     * invalid-value, unknown-user (422), too-many-tries (429).
     */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> change(@RequestBody KidModeChange body, Caller caller, ServerWebExchange exchange) {
        return command(body, caller, exchange)
                .flatMap(command ->
                        dispatch.send(exchange, body.traces(caller.actor().id(), digests), command))
                .then();
    }

    private Mono<Command> command(KidModeChange body, Caller caller, ServerWebExchange exchange) {
        boolean begins = body.begins();
        if (body.isForAnother()) {
            return introductions
                    .person(exchange, caller.actor(), PersonName.known(body.username()))
                    .map(kid -> new ReleaseFromKidMode(caller.actor(), kid));
        }
        var password = new Password(body.password());
        return Mono.just(
                body.enabled()
                        ? new EnableKidMode(caller.actor(), password)
                        : new DisableKidMode(caller.actor(), password));
    }
}
