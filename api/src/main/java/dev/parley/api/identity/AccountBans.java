package dev.parley.api.identity;

import dev.parley.api.http.Gate;
import dev.parley.command.Sanctioned;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Standings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Leaves those whose account is closed nothing but to look at why, to appeal, and to take away what is theirs: from the
 * moment on at which this node's tail of the log has seen it. What they write is refused by the command side itself,
 * which does not wait for that. Admins go on reading and moderating, so that nobody can close the place to all who run
 * it.
 */
@Component
@Order(Gate.AFTER_IDENTITY)
public class AccountBans implements Gate {
    private static final Set<String> OPEN =
            Set.of("/api/me/sanctions", "/api/me/export", "/api/me/erasure", "/api/appeals");
    /** Until the log is asked again how somebody stands, when it did not answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Standings standings;
    private final Clock clock;

    AccountBans(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public Mono<Void> pass(ServerWebExchange exchange, WebFilterChain next) {
        Optional<UserId> person = Caller.of(exchange)
                .map(Caller::actor)
                .filter(AccountBans::mayBeShutOut)
                .map(Actor::id);
        if (person.isEmpty() || OPEN.contains(path(exchange))) {
            return next.filter(exchange);
        }
        return Mono.fromFuture(standings.standing(person.get()), true)
                .onErrorReturn(Standing.UNKNOWN) // the log is away: nothing is written, and reads go on
                .flatMap(standing -> {
                    requireOpen(standing);
                    return next.filter(exchange);
                });
    }

    /**
     * Has {@code task} run as soon as this person's account is closed, on the thread of the log's tail: it must return
     * at once. While the log does not answer, it is asked again each second.
     *
     * @return ends that
     */
    public Disposable whenBanned(Actor actor, Runnable task) {
        if (!mayBeShutOut(actor)) {
            return Disposables.disposed();
        }
        Mono<Standing> standing = Mono.defer(() -> Mono.fromFuture(standings.standing(actor.id()), true))
                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PATIENCE));
        Disposable.Swap looking = Disposables.swap();
        Runnable look = () -> looking.update(
                standing.filter(found -> found.isBanned(clock.instant())).subscribe(banned -> task.run()));
        Runnable unwatch = standings.watch(actor.id(), look);
        look.run();
        return Disposables.composite(unwatch::run, looking);
    }

    private static boolean mayBeShutOut(Actor actor) {
        return !actor.isService() && !actor.administers();
    }

    private void requireOpen(Standing standing) {
        if (standing.isBanned(clock.instant())) {
            throw Sanctioned.refusal(Rejection.ACCOUNT_BAN, standing, "Your account is closed.");
        }
    }

    private static String path(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
