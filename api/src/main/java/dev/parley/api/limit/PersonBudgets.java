package dev.parley.api.limit;

import dev.parley.api.limit.Allowance.Verdict;
import dev.parley.api.problem.ProblemException;
import dev.parley.kernel.member.Actor;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What each person may still ask, however they ask it: by request, or by WebSocket frame. */
@Component
public class PersonBudgets {
    private final boolean enabled;
    private final Allowance reads;
    private final Allowance writes;

    PersonBudgets(Limits limits) {
        this.enabled = limits.enabled();
        this.reads = new Allowance("reads", limits.person().reads());
        this.writes = new Allowance("writes", limits.person().writes());
    }

    /** @throws ProblemException too-many-requests, when this person has no write left */
    public void takeWrite(Actor person) {
        take(person, false).ifPresent(RateLimit::requireGranted);
    }

    /** @throws ProblemException too-many-requests, when this person has no read left */
    public void takeRead(Actor person) {
        take(person, true).ifPresent(RateLimit::requireGranted);
    }

    /** Empty for those who are not counted: services, and everybody while limits are off. */
    Optional<Verdict> take(Actor person, boolean read) {
        if (!enabled || person.isService()) {
            return Optional.empty();
        }
        return Optional.of((read ? reads : writes).take(person.id()));
    }
}
