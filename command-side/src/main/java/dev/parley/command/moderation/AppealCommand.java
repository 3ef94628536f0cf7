package dev.parley.command.moderation;

import dev.parley.command.Command;
import dev.parley.kernel.ReasonText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.moderation.AppealId;
import dev.parley.kernel.moderation.AppealText;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked of an appeal. */
public sealed interface AppealCommand extends Command {
    @TargetAggregateIdentifier
    AppealId appealId();

    @Override
    default Rejection whenUnknown() {
        return Rejection.UNKNOWN_APPEAL;
    }

    /**
     * By the one about whom something was done: to others, and where nothing was, it is {@code UNKNOWN_ACTION}. Open to
     * those whose account is banned. Refused as {@code ALREADY_APPEALED} the second time.
     */
    record FileAppeal(Actor actor, ActionId action, AppealText text) implements AppealCommand {
        @Override
        public AppealId appealId() {
            return new AppealId(action);
        }
    }

    /**
     * By a moderator who says why: another than the one who acted, else {@code OWN_DECISION}, and not the one whose
     * appeal it is; an appeal by a moderator is granted by admins alone, else {@code NOT_ALLOWED}. It is not granted,
     * but refused as {@code SANCTION_OVER}, while a later action of its kind holds in place of the one that it is
     * against. What still holds of the action is lifted when it is granted. Refused as {@code APPEAL_ANSWERED} the
     * second time.
     */
    record AnswerAppeal(Actor actor, AppealId appealId, boolean granted, String reason) implements AppealCommand {
        public AnswerAppeal {
            reason = ReasonText.orNone(reason);
        }
    }
}
