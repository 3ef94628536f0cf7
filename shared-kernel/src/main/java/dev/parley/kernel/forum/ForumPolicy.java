package dev.parley.kernel.forum;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.Standing;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** May somebody read the forum, write in it, start a topic there? */
public final class ForumPolicy {
    private ForumPolicy() {}

    /** The rule that keeps the person from reading, if any does. */
    public static Optional<Rejection> refusesReading(boolean kid, boolean moderator) {
        return kid && !moderator ? Optional.of(Rejection.KID_MODE) : Optional.empty();
    }

    /** The rule that keeps the person from posts, edits and reactions, if any does: the first that applies. */
    public static Optional<Rejection> refusesWriting(Standing person, boolean moderator, Instant now) {
        Set<Sanction> sanctions = person.sanctions(now);
        if (sanctions.contains(Sanction.ACCOUNT_BAN)) {
            return Optional.of(Rejection.ACCOUNT_BAN);
        }
        if (sanctions.contains(Sanction.COMM_BAN)) {
            return Optional.of(Rejection.COMM_BAN);
        }
        return refusesReading(person.kid(), moderator);
    }

    /** The rule that keeps the person from starting a topic, if any does. */
    public static Optional<Rejection> refusesTopic(Standing person, boolean moderator, Instant now) {
        return refusesWriting(person, moderator, now)
                .or(() -> person.sanctions(now).contains(Sanction.RESTRICTION)
                        ? Optional.of(Rejection.RESTRICTION)
                        : Optional.empty());
    }
}
