package dev.parley.api.moderation;

import dev.parley.api.member.Introductions;
import dev.parley.api.problem.ProblemException;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.UserId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who is meant where a moderator may give a username or an id: whoever has the username, if anybody has. */
@Component
class NamedPeople {
    private final Introductions introductions;

    NamedPeople(Introductions introductions) {
        this.introductions = introductions;
    }

    /** @return fails with {@link InvalidValue} for what is neither */
    Mono<UserId> find(String nameOrId) {
        return introductions
                .addressed(nameOrId)
                .onErrorResume(ProblemException.class, nobody -> Mono.fromSupplier(() -> new UserId(nameOrId)));
    }

    /** Empty for nobody. */
    Mono<Optional<UserId>> findAny(String nameOrId) {
        return nameOrId.isEmpty() ? Mono.just(Optional.empty()) : find(nameOrId).map(Optional::of);
    }
}
