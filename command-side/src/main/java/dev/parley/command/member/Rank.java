package dev.parley.command.member;

import dev.parley.command.CommandRejected;
import dev.parley.kernel.Rejection;
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

    boolean moderates() {
        return role != Role.USER;
    }

    /** @throws CommandRejected as {@code NOT_ALLOWED} if they moderate, and this is no admin */
    void requireUnder(Actor moderator) {
        CommandRejected.unless(
                !moderates() || moderator.administers(),
                Rejection.NOT_ALLOWED,
                "What is done about moderators, admins do.");
    }
}
