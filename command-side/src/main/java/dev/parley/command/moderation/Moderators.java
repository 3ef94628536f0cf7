package dev.parley.command.moderation;

import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.command.Sanctioned;
import dev.parley.command.log.Standings;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.ReasonText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.Standing;
import dev.parley.kernel.member.UserId;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Who may do something about somebody: moderators whose account is open, admins, and nobody about themselves. */
@Component
class Moderators {
    private final Standings standings;
    private final Clock clock;

    Moderators(Standings standings, Clock clock) {
        this.standings = standings;
        this.clock = clock;
    }

    /** @throws CommandRejected as {@code NOT_ALLOWED} or {@code ACCOUNT_BAN} for others */
    void require(Command command, UserId about) {
        CommandRejected.unless(
                !command.actor().id().equals(about),
                Rejection.NOT_ALLOWED,
                "What concerns you is for others to decide.");
        require(command);
    }

    /** @throws CommandRejected as {@code NOT_ALLOWED} or {@code ACCOUNT_BAN} for others */
    void require(Command command) {
        Actor actor = command.actor();
        CommandRejected.unless(actor.moderates(), Rejection.NOT_ALLOWED, "This is for moderators.");
        if (!actor.administers()) {
            Standing own = standings.of(actor.id());
            if (own.isBanned(clock.instant())) {
                throw Sanctioned.refusal(Rejection.ACCOUNT_BAN, own, "You may not moderate now.");
            }
        }
    }

    /** @throws InvalidValue if no reason is given */
    static void requireReason(Command command) {
        InvalidValue.unless(!command.reason().isEmpty(), "reason", ReasonText.EXPECTED);
    }
}
