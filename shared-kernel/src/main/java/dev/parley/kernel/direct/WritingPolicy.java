package dev.parley.kernel.direct;

import dev.parley.kernel.Rejection;
import dev.parley.kernel.classroom.ClassId;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.Standing;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * May somebody write to somebody? The one rule for beginning a conversation and for every message in it. The same
 * rules, in the same order, are the table of {@code docs/writing-policy.md}.
 */
public final class WritingPolicy {
    private WritingPolicy() {}

    /**
     * What of a person decides.
     *
     * @param moderator whether a moderator of the site; of a recipient, whether they have written as one
     * @param kid whether in kid mode
     * @param attends classes whose student they are
     * @param teaches classes whose teacher they are
     */
    public record Party(
            boolean moderator,
            boolean kid,
            MessagePrivacy privacy,
            Set<ClassId> attends,
            Set<ClassId> teaches,
            Set<Sanction> sanctions) {
        public Party {
            attends = Set.copyOf(attends);
            teaches = Set.copyOf(teaches);
            sanctions = Set.copyOf(sanctions);
        }

        public static Party of(Standing standing, boolean moderator, Instant now) {
            return new Party(
                    moderator,
                    standing.kid(),
                    standing.privacy(),
                    standing.attends().keySet(),
                    standing.teaches(),
                    standing.sanctions(now));
        }

        boolean isTaughtBy(Party other) {
            return !Collections.disjoint(attends, other.teaches());
        }
    }

    /**
     * What is between the two.
     *
     * @param conversing whether they have a conversation already
     * @param blocking whether the sender blocks the recipient
     * @param blocked whether the recipient blocks the sender
     * @param followed whether the recipient follows the sender
     */
    public record Between(boolean conversing, boolean blocking, boolean blocked, boolean followed) {}

    /** The rule that keeps the sender from writing to the recipient, if any does: the first that applies. */
    public static Optional<Rejection> refuses(Party sender, Party recipient, Between between) {
        return sanction(sender, recipient, between)
                .or(() -> block(between))
                .or(() -> kidMode(sender, recipient))
                .or(() -> privacy(sender, recipient, between));
    }

    private static Optional<Rejection> sanction(Party sender, Party recipient, Between between) {
        if (sender.sanctions().contains(Sanction.ACCOUNT_BAN)) {
            return Optional.of(Rejection.ACCOUNT_BAN);
        }
        if (sender.sanctions().contains(Sanction.COMM_BAN) && !recipient.moderator()) {
            return Optional.of(Rejection.COMM_BAN);
        }
        boolean restricted = sender.sanctions().contains(Sanction.RESTRICTION) && !between.conversing();
        return when(restricted, Rejection.RESTRICTION);
    }

    private static Optional<Rejection> block(Between between) {
        return when(between.blocking(), Rejection.BLOCKING).or(() -> when(between.blocked(), Rejection.BLOCKED));
    }

    /** That the recipient is a kid is nobody's business: it looks as if they took no messages. */
    private static Optional<Rejection> kidMode(Party sender, Party recipient) {
        boolean reached = sender.moderator() || recipient.isTaughtBy(sender);
        return when(sender.kid() && !sender.isTaughtBy(recipient), Rejection.KID_MODE)
                .or(() -> when(recipient.kid() && !reached, Rejection.MESSAGE_PRIVACY));
    }

    private static Optional<Rejection> privacy(Party sender, Party recipient, Between between) {
        boolean taken = sender.moderator() || recipient.isTaughtBy(sender) || takes(recipient.privacy(), between);
        return when(!taken, Rejection.MESSAGE_PRIVACY);
    }

    private static boolean takes(MessagePrivacy privacy, Between between) {
        return switch (privacy) {
            case EVERYONE -> true;
            case FRIENDS -> between.followed();
            case EXISTING -> between.conversing();
            case NOBODY -> false;
        };
    }

    private static Optional<Rejection> when(boolean applies, Rejection rule) {
        return applies ? Optional.of(rule) : Optional.empty();
    }
}
