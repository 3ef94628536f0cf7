package dev.parley.api.moderation;

import dev.parley.api.member.Introductions;
import dev.parley.api.member.PersonName;
import dev.parley.api.problem.ProblemException;
import dev.parley.command.CommandRejected;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who is meant in moderation, where also those are dealt with who have no username. */
@Component
class NamedPeople {
    private final Introductions introductions;

    NamedPeople(Introductions introductions) {
        this.introductions = introductions;
    }

    /** @return fails with {@link CommandRejected} when nobody is called or shown so */
    Mono<UserId> named(String name) {
        return shownAs(name).switchIfEmpty(introductions.known(name));
    }

    /** As {@link #named}, where a service may also introduce somebody. */
    Mono<UserId> person(ServerWebExchange exchange, Actor actor, PersonName name) {
        return name.id().isEmpty() ? named(name.username()) : introductions.person(exchange, actor, name);
    }

    /** As {@link #named}: empty for an empty name. */
    Mono<Optional<UserId>> anyNamed(String name) {
        return name.isEmpty() ? Mono.just(Optional.empty()) : named(name).map(Optional::of);
    }

    /** @return fails as a 404 when nobody is called or shown as the address says, or nobody could be */
    Mono<UserId> addressed(String name) {
        return shownInAddress(name).switchIfEmpty(introductions.addressed(name));
    }

    /**
     * Whoever has the username, or had it when they were erased, or the id where nobody has.
     *
     * @return fails with {@link InvalidValue} for what is neither
     */
    Mono<UserId> find(String nameOrId) {
        return shownInAddress(nameOrId)
                .switchIfEmpty(introductions.onceAddressed(nameOrId))
                .onErrorResume(ProblemException.class, nobody -> Mono.fromSupplier(() -> new UserId(nameOrId)));
    }

    /** As {@link #find}: empty for nobody. */
    Mono<Optional<UserId>> findAny(String nameOrId) {
        return nameOrId.isEmpty() ? Mono.just(Optional.empty()) : find(nameOrId).map(Optional::of);
    }

    private static Mono<UserId> shownInAddress(String name) {
        return shownAs(name).onErrorMap(InvalidValue.class, none -> Introductions.nobody());
    }

    private static Mono<UserId> shownAs(String name) {
        return Mono.defer(() -> Mono.justOrEmpty(UserId.shownAs(name)));
    }
}
