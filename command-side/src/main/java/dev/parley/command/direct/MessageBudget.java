package dev.parley.command.direct;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.command.CommandRejected;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/**
 * How many messages one person sends in any minute to those with whom they converse already: 20. Counted in memory, for
 * at most 100,000 people: each node counts for itself, and a restart forgets. A message that is not stored after all is
 * given back.
 */
@Component
class MessageBudget {
    static final int MESSAGES = 20;
    static final Duration WINDOW = Duration.ofMinutes(1);

    private static final int MAX_PEOPLE = 100_000;

    private final Clock clock;
    private final Cache<UserId, List<Instant>> taken = Caffeine.newBuilder()
            .maximumSize(MAX_PEOPLE)
            .expireAfterWrite(WINDOW)
            .build();

    MessageBudget(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts one message of the current unit of work, as long as that is not rolled back.
     *
     * @throws CommandRejected as {@code TOO_MANY_MESSAGES} until there is room again
     */
    void take(UserId sender) {
        Instant now = clock.instant();
        taken.asMap().merge(sender, List.of(now), (before, one) -> oneMore(before, now));
        CurrentUnitOfWork.get().onRollback(unit -> giveBack(sender, now));
    }

    private static List<Instant> oneMore(List<Instant> before, Instant now) {
        List<Instant> counting = new ArrayList<>(before);
        counting.removeIf(at -> !now.isBefore(at.plus(WINDOW)));
        if (counting.size() >= MESSAGES) {
            Instant until = counting.get(counting.size() - MESSAGES).plus(WINDOW);
            throw new CommandRejected(Rejection.TOO_MANY_MESSAGES, "More than 20 messages in a minute.", until);
        }
        counting.add(now);
        return List.copyOf(counting);
    }

    private void giveBack(UserId sender, Instant at) {
        taken.asMap().computeIfPresent(sender, (who, before) -> {
            List<Instant> left = new ArrayList<>(before);
            left.remove(at);
            return List.copyOf(left);
        });
    }
}
