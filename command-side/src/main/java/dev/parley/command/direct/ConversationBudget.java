package dev.parley.command.direct;

import dev.parley.command.CommandRejected;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How many conversations one person begins in any 24 hours: 4 in the account's first 7 days, then 20. */
final class ConversationBudget {
    static final int WHEN_NEW = 4;
    static final int LATER = 20;
    static final Duration WINDOW = Duration.ofHours(24);
    static final Duration NEW_FOR = Duration.ofDays(7);

    private ConversationBudget() {}

    /**
     * Returns if one more may be begun now.
     *
     * @param contacts when the last ones were begun, oldest first, as many as the budget counts
     * @throws CommandRejected as {@code TOO_MANY_CONVERSATIONS} until there is room again
     */
    static void requireRoom(Standing sender, List<Instant> contacts, Instant now) {
        Instant grown = sender.joinedAt().plus(NEW_FOR);
        boolean isNew = now.isBefore(grown);
        int most = isNew ? WHEN_NEW : LATER;
        if (contacts.size() < most) {
            return;
        }
        Instant room = contacts.get(contacts.size() - most).plus(WINDOW);
        if (now.isBefore(room)) {
            Instant until = isNew && grown.isBefore(room) ? grown : room;
            throw new CommandRejected(
                    Rejection.TOO_MANY_CONVERSATIONS, "More than " + most + " conversations begun in a day.", until);
        }
    }
}
