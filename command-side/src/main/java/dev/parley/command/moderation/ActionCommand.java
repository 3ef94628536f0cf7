package dev.parley.command.moderation;

import dev.parley.command.Command;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.ReasonText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.moderation.ActionType;
import dev.parley.kernel.moderation.Term;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What moderators do about somebody without a report, always with a reason, and never about themselves. Refused as
 * {@code ACCOUNT_BAN} while their account is closed, and as {@code NOT_ALLOWED} about moderators, unless by admins.
 */
public sealed interface ActionCommand extends Command {
    @TargetAggregateIdentifier
    UserId person();

    @Override
    default Rejection whenUnknown() {
        return Rejection.UNKNOWN_USER;
    }

    /** It holds from then on; without a term, for good. Refused as {@code UNKNOWN_USER} if the person never came. */
    record ActOn(Actor actor, UserId person, ActionType type, Optional<Term> term, String reason)
            implements ActionCommand {
        /** @throws InvalidValue if a warning has a term */
        public ActOn {
            reason = ReasonText.orNone(reason);
            Terms.requireFits(type, term);
        }
    }

    /**
     * Ends a sanction before its time. Refused as {@code UNKNOWN_ACTION} if there is no such action, and as
     * {@code SANCTION_OVER} if it keeps nobody from anything any more, as a warning never does.
     */
    record LiftAction(Actor actor, ActionId action, String reason) implements ActionCommand {
        public LiftAction {
            reason = ReasonText.orNone(reason);
        }

        @Override
        public UserId person() {
            return action.member();
        }

        @Override
        public Rejection whenUnknown() {
            return Rejection.UNKNOWN_ACTION;
        }
    }
}
