package dev.parley.api.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.api.http.Dispatch;
import dev.parley.command.member.MemberCommand.Appear;
import dev.parley.kernel.member.Role;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Has people join at their first request, and follows a changed {@code preferred_username} and whether they moderate. A
 * token older than the last
 * that this node knows of somebody changes nothing; which of two people's tokens is right is decided with the names.
 */
@Component
class Newcomers {
    private static final long MAX_KNOWN = 100_000;
    /** So that whoever lost their name to a token that was outdated itself has it back soon. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Dispatch dispatch;
    private final Cache<UserId, Known> known = Caffeine.newBuilder()
            .maximumSize(MAX_KNOWN)
            .expireAfterWrite(REMEMBERED)
            .build();

    Newcomers(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    private record Known(Username username, Role role, Instant named) {
        static Known of(Caller caller) {
            return new Known(caller.username(), caller.actor().moderatingRole(), caller.issuedAt());
        }

        boolean isTold(Caller caller) {
            return username.equals(caller.username()) && role == caller.actor().moderatingRole()
                    || caller.issuedAt().isBefore(named);
        }
    }

    /** Completes once the caller is known here under the name of their token. Services are no persons. */
    Mono<Void> greet(Caller caller, String correlation) {
        if (caller.actor().isService() || isKnown(caller)) {
            return Mono.empty();
        }
        var command = new Appear(caller.actor(), caller.username(), caller.issuedAt());
        return dispatch.sendAside(correlation, command)
                .doOnNext(outcome -> known.put(caller.actor().id(), Known.of(caller)))
                .then();
    }

    private boolean isKnown(Caller caller) {
        Known last = known.getIfPresent(caller.actor().id());
        return last != null && last.isTold(caller);
    }
}
