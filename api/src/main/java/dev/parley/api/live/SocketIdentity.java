package dev.parley.api.live;

import dev.parley.api.identity.AccountBans;
import dev.parley.api.identity.Caller;
import dev.parley.api.identity.Tokens;
import dev.parley.api.limit.Connections;
import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.web.reactive.socket.CloseStatus;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Who speaks on one WebSocket: the bearer of the handshake's token, or of the one in the first frame, which must come
 * within 10 s. The socket is closed when the token expires, unless another of the same person came before; and at once
 * when that one says other roles, for the rooms that were joined are shown as the first roles may see them.
 */
final class SocketIdentity {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Tokens tokens;
    private final AccountBans bans;
    private final Clock clock;
    private final Consumer<CloseStatus> close;
    private final Sinks.Empty<Void> known = Sinks.empty();
    private final AtomicReference<Caller> current = new AtomicReference<>();
    private final Disposable.Swap deadline = Disposables.swap();
    private final Disposable.Swap place = Disposables.swap();
    private final Disposable.Swap banned = Disposables.swap();
    private final Connections connections;
    private boolean begun;

    SocketIdentity(SocketServices services, Consumer<CloseStatus> close) {
        this.connections = services.connections();
        this.tokens = services.tokens();
        this.bans = services.bans();
        this.clock = services.clock();
        this.close = close;
        closeAfter(PATIENCE, Closing.UNAUTHENTICATED);
    }

    /** Takes the handshake's word for it. */
    void accept(Caller bearer) {
        begun = true;
        try {
            identified(bearer);
        } catch (ProblemException full) {
            close.accept(Closing.TOO_MANY_CONNECTIONS);
        }
    }

    /** Fails when the token is not good, or not the same person's as before. */
    Mono<Caller> authenticate(String token) {
        if (begun) {
            return Mono.zip(caller(), tokens.caller(token), this::renewed);
        }
        begun = true;
        return tokens.caller(token).doOnNext(this::identified).doOnError(known::tryEmitError);
    }

    /** The caller as the latest token says, once there is one; fails at once where nobody has tried to say it. */
    Mono<Caller> caller() {
        return begun
                ? known.asMono().then(Mono.fromSupplier(current::get))
                : Mono.error(new ProblemException(ProblemType.UNAUTHENTICATED, "Authenticate first."));
    }

    void dispose() {
        banned.dispose();
        place.dispose();
        deadline.dispose();
    }

    private void identified(Caller bearer) {
        place.update(connections.take(bearer.actor()));
        banned.update(bans.whenBanned(bearer.actor(), () -> close.accept(Closing.BANNED)));
        hold(bearer);
        known.tryEmitEmpty();
    }

    private Caller renewed(Caller before, Caller now) {
        if (!before.actor().id().equals(now.actor().id())) {
            throw new ProblemException(ProblemType.INVALID_TOKEN, "The token is another person's.");
        }
        hold(now);
        if (!before.actor().roles().equals(now.actor().roles())) {
            close.accept(Closing.ROLES_CHANGED);
        }
        return now;
    }

    private void hold(Caller bearer) {
        current.set(bearer);
        closeAfter(Duration.between(clock.instant(), bearer.expiresAt()), Closing.TOKEN_EXPIRED);
    }

    private void closeAfter(Duration time, CloseStatus reason) {
        deadline.update(
                Schedulers.parallel().schedule(() -> close.accept(reason), time.toMillis(), TimeUnit.MILLISECONDS));
    }
}
