package dev.parley.api.limit;

import dev.parley.api.problem.Problem;
import dev.parley.api.problem.ProblemException;
import dev.parley.api.problem.ProblemType;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * Exports of what the log holds of somebody, each of which looks through the whole log: one at a time for each person on
 * this node, and {@code parley.limits.person.exports} at most. Services are not counted, and nobody is while limits are
 * off.
 */
@Component
public class ExportLimit {
    private static final int SECONDS_TO_WAIT = 10;

    private final boolean enabled;
    private final Allowance exports;
    private final Set<UserId> running = ConcurrentHashMap.newKeySet();

    ExportLimit(Limits limits) {
        this.enabled = limits.enabled();
        this.exports = new Allowance("exports", limits.person().exports());
    }

    /**
     * Counts one more.
     *
     * @return has the next begin, once this one is over
     * @throws ProblemException too-many-requests, while another of the person's runs, or when they have none left
     */
    public Disposable take(Actor person) {
        if (!enabled || person.isService()) {
            return Disposables.disposed();
        }
        if (!running.add(person.id())) {
            throw new ProblemException(Problem.of(ProblemType.TOO_MANY_REQUESTS, "One export at a time; wait a little.")
                    .retryAfter(SECONDS_TO_WAIT));
        }
        Disposable place = Disposables.composite(() -> running.remove(person.id()));
        try {
            RateLimit.requireGranted(exports.take(person.id()));
        } catch (ProblemException refused) {
            place.dispose();
            throw refused;
        }
        return place;
    }
}
