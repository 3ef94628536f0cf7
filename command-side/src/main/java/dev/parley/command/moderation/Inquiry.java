package dev.parley.command.moderation;

import dev.parley.kernel.member.UserId;
import java.time.Instant;

/**
 * That a moderator has a case for themselves.
 *
 * @param fence of the claim, from 1
 * @param until first instant at which they do not any more
 */
record Inquiry(UserId moderator, long fence, Instant until) {
    /** Nobody has it. */
    static final Inquiry NONE = new Inquiry(UserId.SYSTEM, 0, Instant.EPOCH);

    boolean holds(Instant now) {
        return now.isBefore(until);
    }

    boolean isOf(UserId person, Instant now) {
        return holds(now) && moderator.equals(person);
    }

    /** Whether its time has passed, which was not told yet. */
    boolean isOver(Instant now) {
        return fence > 0 && !holds(now);
    }
}
