package dev.parley.api.member;

import dev.parley.api.http.Correlation;
import dev.parley.api.http.Dispatch;
import dev.parley.api.problem.ProblemException;
import dev.parley.command.CommandRejected;
import dev.parley.command.member.MemberCommand.Introduce;
import dev.parley.command.member.Usernames;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Says who the people are that a request names, and has those join whom a service introduces. */
@Component
public class Introductions {
    private static final int AT_ONCE = 16;

    private final Usernames usernames;
    private final Dispatch dispatch;

    Introductions(Usernames usernames, Dispatch dispatch) {
        this.usernames = usernames;
        this.dispatch = dispatch;
    }

    /**
     * All of these, in this order, for services alone: each name is a look into the event store. Fails as {@link #person}
     * does for the first who is unknown.
     */
    public Mono<List<UserId>> people(ServerWebExchange exchange, Actor actor, List<PersonName> names) {
        if (!actor.isService()) {
            return Mono.error(new CommandRejected(Rejection.NOT_ALLOWED, "This is for services."));
        }
        return Flux.fromIterable(names)
                .distinct()
                .flatMapSequential(name -> person(exchange, actor, name), AT_ONCE)
                .collectList();
    }

    /** @return fails with {@link CommandRejected} when nobody has this username, or the actor may not introduce */
    public Mono<UserId> person(ServerWebExchange exchange, Actor actor, PersonName name) {
        if (name.id().isEmpty()) {
            return known(new Username(name.username()));
        }
        var username = Username.offered(name.username());
        return introduced(exchange, new Introduce(actor, new UserId(name.id()), username));
    }

    /** Who is named in this field, where nobody need be: empty for an empty name. Fails as {@link #person} does. */
    public Mono<Optional<UserId>> named(String username, String field) {
        return username.isEmpty()
                ? Mono.just(Optional.empty())
                : known(username)
                        .map(Optional::of)
                        .onErrorMap(InvalidValue.class, invalid -> new InvalidValue(field, invalid.expected()));
    }

    /** @return fails with {@link CommandRejected} when nobody has this username */
    public Mono<UserId> known(String username) {
        return Mono.defer(() -> known(new Username(username)));
    }

    /** @return fails as a 404 when nobody has the username that stands in the address, or nobody could */
    public Mono<UserId> addressed(String username) {
        return orNobody(known(username));
    }

    /** As {@link #addressed}, where somebody who was erased is found by the username that they had. */
    public Mono<UserId> onceAddressed(String username) {
        return orNobody(Mono.defer(() -> known(new Username(username), usernames::findHolder)));
    }

    /** What is answered where the address names nobody. */
    public static ProblemException nobody() {
        return ProblemException.nothingThere(Rejection.UNKNOWN_USER, "Nobody is called that.");
    }

    private static Mono<UserId> orNobody(Mono<UserId> named) {
        return named.onErrorMap(Introductions::namesNobody, unknown -> nobody());
    }

    private static boolean namesNobody(Throwable failure) {
        return failure instanceof InvalidValue
                || failure instanceof CommandRejected refused && refused.rule() == Rejection.UNKNOWN_USER;
    }

    private Mono<UserId> introduced(ServerWebExchange exchange, Introduce command) {
        return dispatch.sendAside(Correlation.of(exchange), command).thenReturn(command.member());
    }

    private Mono<UserId> known(Username username) {
        return known(username, usernames::find);
    }

    /** Looks into the event store, which waits. */
    private static Mono<UserId> known(Username username, Function<Username, Optional<UserId>> look) {
        return Mono.fromCallable(() -> look.apply(username))
                .subscribeOn(Schedulers.boundedElastic())
                .map(found -> found.orElseThrow(
                        () -> new CommandRejected(Rejection.UNKNOWN_USER, "Nobody is called " + username + ".")));
    }
}
