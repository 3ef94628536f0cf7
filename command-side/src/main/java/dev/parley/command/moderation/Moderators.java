package dev.parley.command.moderation;

import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.ReasonText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.UserId;

/** Who may do something about somebody: moderators, and nobody about themselves. */
final class Moderators {
    private Moderators() {}

    /** @throws CommandRejected as {@code NOT_ALLOWED} for others */
    static void require(Command command, UserId about) {
        require(command);
        CommandRejected.unless(
                !command.actor().id().equals(about),
                Rejection.NOT_ALLOWED,
                "What concerns you is for others to decide.");
    }

    /** @throws CommandRejected as {@code NOT_ALLOWED} for others */
    static void require(Command command) {
        CommandRejected.unless(command.actor().moderates(), Rejection.NOT_ALLOWED, "This is for moderators.");
    }

    /** @throws InvalidValue if no reason is given */
    static void requireReason(Command command) {
        InvalidValue.unless(!command.reason().isEmpty(), "reason", ReasonText.EXPECTED);
    }
}
