package dev.parley.api.member;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.api.http.Dispatch;
import dev.parley.api.http.Freshness;
import dev.parley.api.identity.Caller;
import dev.parley.command.member.MemberCommand.EraseMember;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import dev.parley.query.erasure.CertificateView;
import dev.parley.query.erasure.ErasureQuery.FindErasure;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Erases all that somebody wrote, for good, and certifies it. */
@RestController
@RequestMapping("/api")
class ErasureController {
    private static final String ERASURES = "erasures";

    private final Dispatch dispatch;
    private final Freshness freshness;
    private final QueryGateway queries;
    private final Introductions people;

    ErasureController(Dispatch dispatch, Freshness freshness, QueryGateway queries, Introductions people) {
        this.dispatch = dispatch;
        this.freshness = freshness;
        this.queries = queries;
        this.people = people;
    }

    /** @param username the caller's own, typed again */
    record Farewell(@JsonProperty("username") String username) {
        void requireNames(Caller caller) {
            InvalidValue.unless(
                    username != null
                            && new Username(username)
                                    .folded()
                                    .equals(caller.username().folded()),
                    "username",
                    "your own, to say that you mean it");
        }
    }

    /** @param text 1 to 1,000 characters */
    record Because(@JsonProperty("reason") String text) {}

    /**
     * Closes the caller's account at once and has all that they wrote made unreadable within seconds, wherever it is
     * stored. What others wrote stays. There is no way back. Problems: not-allowed (403) to whoever moderates,
     * invalid-value (422).
     */
    @PostMapping("/me/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> leave(@RequestBody Farewell body, Caller caller, ServerWebExchange exchange) {
        body.requireNames(caller);
        var command = new EraseMember(caller.actor(), caller.actor().id(), "");
        return dispatch.send(exchange, body, command).then();
    }

    /** How far the caller's erasure is, store by store. Problems: no-erasure (404). */
    @GetMapping("/me/erasure")
    Mono<CertificateView> mine(Caller caller, ServerWebExchange exchange) {
        return certificate(caller.actor().id(), caller, exchange);
    }

    /**
     * The same about somebody else, by an admin. Problems: not-allowed (403), unknown-user (404), invalid-value (422).
     */
    @PostMapping("/admin/users/{username}/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> erase(
            @PathVariable String username, @RequestBody Because body, Caller caller, ServerWebExchange exchange) {
        return people.onceAddressed(username)
                .map(person -> new EraseMember(caller.actor(), person, body.text()))
                .flatMap(command -> dispatch.send(exchange, body, command))
                .then();
    }

    /**
     * How far the erasure of whoever had this username is, for admins. Problems: not-allowed (403), unknown-user,
     * no-erasure (404).
     */
    @GetMapping("/admin/users/{username}/erasure")
    Mono<CertificateView> find(@PathVariable String username, Caller caller, ServerWebExchange exchange) {
        return people.onceAddressed(username).flatMap(person -> certificate(person, caller, exchange));
    }

    private Mono<CertificateView> certificate(UserId person, Caller caller, ServerWebExchange exchange) {
        var query = new FindErasure(caller.actor(), person);
        return freshness.read(exchange, () -> queries.query(query, CertificateView.class), ERASURES);
    }
}
