package dev.parley.command.member;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.command.CommandRejected;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Limits how fast passwords are guessed: after 5 wrong ones for one person within 15 minutes none is looked at for 15
 * minutes. Tries are counted in memory, for at most 100,000 people: each node counts for itself, and a restart forgets.
 */
@Component
class PasswordTries {
    static final int MAX_WRONG = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private static final int MAX_PEOPLE = 100_000;

    private final Clock clock;
    private final Cache<UserId, List<Instant>> wrong = Caffeine.newBuilder()
            .maximumSize(MAX_PEOPLE)
            .expireAfterWrite(WINDOW)
            .build();

    PasswordTries(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns if the password is right. A wrong one counts at once, whatever becomes of the command.
     *
     * @param right looks at the password, unless there were too many wrong ones before
     * @throws CommandRejected as {@code WRONG_PASSWORD}, or as {@code TOO_MANY_TRIES} until one is looked at again
     */
    void requireRight(UserId person, BooleanSupplier right) {
        Instant now = clock.instant();
        List<Instant> before = counting(person, now);
        if (right.getAsBoolean()) {
            wrong.invalidate(person);
            return;
        }
        wrong.put(person, Stream.concat(before.stream(), Stream.of(now)).toList());
        throw new CommandRejected(Rejection.WRONG_PASSWORD, "This is not the password that kid mode was enabled with.");
    }

    /** The wrong tries of the last 15 minutes; none after a time in which none was looked at. */
    private List<Instant> counting(UserId person, Instant now) {
        List<Instant> all = wrong.asMap().getOrDefault(person, List.of());
        if (all.size() < MAX_WRONG) {
            return all.stream().filter(at -> now.isBefore(at.plus(WINDOW))).toList();
        }
        Instant until = all.getLast().plus(WINDOW);
        if (now.isBefore(until)) {
            throw new CommandRejected(Rejection.TOO_MANY_TRIES, "Too many wrong passwords.", until);
        }
        return List.of();
    }
}
