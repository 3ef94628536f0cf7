package dev.parley.command.member;

import dev.parley.command.Command;
import dev.parley.command.CommandRejected;
import dev.parley.kernel.ReasonText;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.ActionId;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.MessagePrivacy;
import dev.parley.kernel.member.Sanction;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Everything that can be asked of one person's membership and settings. What is so already leads to no event. */
public sealed interface MemberCommand extends Command {
    /** Whom it is about: the actor, unless the command says otherwise. */
    @TargetAggregateIdentifier
    default UserId member() {
        return actor().id();
    }

    @Override
    default Rejection whenUnknown() {
        return Rejection.UNKNOWN_USER;
    }

    /**
     * The actor came with a token that calls them so: they join, or are renamed. The newest token is right: whoever has
     * the name by an older one loses it, and a token that is older than the one that named the actor changes no name.
     * It is kept, too, whether it lets the actor moderate. A service is no person, and neither joins nor is renamed.
     *
     * <p>While somebody has the name by a token that is as new, a member stays as they are, and whoever would join is
     * refused as {@code USERNAME_TAKEN}.
     *
     * @param issuedAt when the token was made
     */
    record Appear(Actor actor, Username username, Instant issuedAt) implements MemberCommand {}

    /**
     * A service names somebody who may not have come yet: they join. Who has come keeps the name of their own token,
     * and any token takes the name from whoever was only introduced. Refused as {@code USERNAME_TAKEN} while somebody
     * else has that name.
     */
    record Introduce(Actor actor, UserId member, Username username) implements MemberCommand {}

    record SwitchZenMode(Actor actor, boolean on) implements MemberCommand {}

    record ChooseChatTab(Actor actor, ChatTab tab) implements MemberCommand {}

    record ChooseMessagePrivacy(Actor actor, MessagePrivacy privacy) implements MemberCommand {}

    /** Refused as {@code KID_MODE_ON} to who is in kid mode already: the password that ends it stays as it is. */
    record EnableKidMode(Actor actor, Password password) implements MemberCommand {}

    /**
     * Refused as {@code KID_MODE_MANAGED} while a class keeps the actor in kid mode, as {@code WRONG_PASSWORD}, and
     * after 5 of those within 15 minutes as {@code TOO_MANY_TRIES}.
     */
    record DisableKidMode(Actor actor, Password password) implements MemberCommand {}

    /**
     * Ends somebody's kid mode without a password, by a service or by the teacher of one of their classes. No class
     * manages them any more until one is told to anew. Refused as {@code NOT_ALLOWED} to others.
     */
    record ReleaseFromKidMode(Actor actor, UserId member) implements MemberCommand {}

    /**
     * Has all that somebody wrote erased, for good: their account is closed at once, and the key of their texts destroyed
     * within seconds. Refused as {@code NOT_ALLOWED} unless it is the actor's own wish, or that of an admin with a reason,
     * and while the person moderates.
     *
     * @param reason of an admin; empty where somebody wants it of themselves
     */
    record EraseMember(Actor actor, UserId member, String reason) implements MemberCommand {
        public EraseMember {
            if (!actor.id().equals(member)) {
                reason = new ReasonText(reason).value();
            }
        }

        void requireAllowed() {
            CommandRejected.unless(
                    actor.id().equals(member) && !actor.isService() || actor.administers(),
                    Rejection.NOT_ALLOWED,
                    "People have themselves erased, and admins have others.");
        }
    }

    /** Has the log say that the key of what somebody wrote is gone; nothing happens if it has said so. */
    record ConfirmErasure(UserId member) implements MemberCommand {
        @Override
        public Actor actor() {
            return Actor.SYSTEM;
        }
    }

    /** Has the log say that a sanction is over, once its time has come; nothing happens before, or if it is over. */
    record EndSanction(ActionId action, Sanction sanction) implements MemberCommand {
        @Override
        public Actor actor() {
            return Actor.SYSTEM;
        }

        @Override
        public UserId member() {
            return action.member();
        }
    }
}
