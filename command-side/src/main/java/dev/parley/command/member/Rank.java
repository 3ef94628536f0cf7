package dev.parley.command.member;

import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Role;
import java.time.Instant;

/**
 * By which role somebody moderates, as far as their tokens have told.
 *
 * @param role moderator or admin, or user for none
 * @param since when the token was made that told so
 */
record Rank(Role role, Instant since) {
    static final Rank NONE = new Rank(Role.USER, Instant.EPOCH);

    /** Whether a token that was made then and gives this role tells something new. */
    boolean isChangedBy(Role told, Instant issuedAt) {
        return told != role && !issuedAt.isBefore(since);
    }

    /** Whether something may be done about them: about those who moderate by admins alone. */
    boolean isUnder(Actor moderator) {
        return role == Role.USER || moderator.administers();
    }
}
