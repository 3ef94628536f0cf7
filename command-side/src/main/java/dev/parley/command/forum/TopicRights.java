package dev.parley.command.forum;

import dev.parley.command.CommandRejected;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.ReasonText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;

/** Who may decide about topics and other people's posts. */
final class TopicRights {
    private TopicRights() {}

    /**
     * Returns for a moderator who says why.
     *
     * @throws CommandRejected as {@code NOT_ALLOWED} for others
     * @throws InvalidValue if a moderator gives no reason
     */
    static void requireModerator(TopicCommand command) {
        CommandRejected.unless(command.actor().moderates(), Rejection.NOT_ALLOWED, "This is for moderators.");
        InvalidValue.unless(!command.reason().isEmpty(), "reason", ReasonText.EXPECTED);
    }

    /**
     * Returns whether the author asks, who may only if they may write, or as {@link #requireModerator}. A moderator who
     * gives a reason for what concerns their own topic acts as one.
     *
     * @throws CommandRejected as {@link Writers#requireMayWrite} or {@link #requireModerator} says
     */
    static boolean requireAuthorOrModerator(TopicCommand command, UserId author, Writers writers) {
        boolean asModerator = command.actor().moderates() && !command.reason().isEmpty();
        if (author.equals(command.actor().id()) && !asModerator) {
            writers.requireMayWrite(command.actor());
            return true;
        }
        requireModerator(command);
        return false;
    }
}
