package dev.parley.api.identity;

import dev.parley.api.http.Gate;
import dev.parley.command.Sanctioned;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import dev.parley.query.Standings;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Leaves those whose account is closed nothing but to look at why, to appeal, and to take away what is theirs: from the
 * moment on at which this node's tail of the log has seen it. What they write is refused by the command side itself, which does not wait for that.
 */
@Component
@Order(Gate.AFTER_IDENTITY)
public class AccountBans implements Gate {
    private static final Set<String> OPEN = Set.of("/api/me/sanctions", "/api/me/export", "/api/appeals");

    private final Standings standings;
    private final Clock clock;

    AccountBans(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public Mono<Void> pass(ServerWebExchange exchange, WebFilterChain next) {
        Optional<UserId> person = Caller.of(exchange)
                .filter(caller -> !caller.actor().isService())
                .map(caller -> caller.actor().id());
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
     * Has {@code task} run as soon as this person's account is closed, on the thread of the log's tail: it must return at
     * once.
     *
     * @return ends that
     */
    public Disposable whenBanned(UserId person, Runnable task) {
        Runnable look = () -> standings.standing(person).thenAccept(standing -> {
            if (standing.isBanned(clock.instant())) {
                task.run();
            }
        });
        Runnable unwatch = standings.watch(person, look);
        look.run();
        return Disposables.composite(unwatch::run);
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
