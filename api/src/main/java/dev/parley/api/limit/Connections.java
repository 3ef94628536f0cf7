package dev.parley.api.limit;

import dev.parley.api.problem.Problem;
import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * How many streams and WebSockets each person holds open on this node:
 * {@code parley.limits.person.connections} at most. Services are not counted, and nobody is while limits are off.
 */
@Component
public class Connections {
    private static final int SECONDS_TO_WAIT = 10;

    private final boolean enabled;
    private final int most;
    private final ConcurrentMap<UserId, Integer> open = new ConcurrentHashMap<>();

    Connections(Limits limits) {
        this.enabled = limits.enabled();
        this.most = limits.person().connections();
    }

    /** @throws ProblemException too-many-connections, when this person may open no more */
    public void requireRoom(Actor person) {
        if (isCounted(person) && open.getOrDefault(person.id(), 0) >= most) {
            throw full();
        }
    }

    /**
     * Counts one more.
     *
     * @return gives it back, once
     * @throws ProblemException too-many-connections, when this person may open no more
     */
    public Disposable take(Actor person) {
        if (!isCounted(person)) {
            return Disposables.disposed();
        }
        open.compute(person.id(), (id, held) -> {
            int now = held == null ? 0 : held;
            if (now >= most) {
                throw full();
            }
            return now + 1;
        });
        return Disposables.composite(() -> giveBack(person.id()));
    }

    private void giveBack(UserId person) {
        open.computeIfPresent(person, (id, held) -> held == 1 ? null : held - 1);
    }

    private boolean isCounted(Actor person) {
        return enabled && !person.isService();
    }

    private static ProblemException full() {
        return new ProblemException(
                Problem.of(ProblemType.TOO_MANY_CONNECTIONS, "Close a stream or a WebSocket first; wait a little.")
                        .retryAfter(SECONDS_TO_WAIT));
    }
}
