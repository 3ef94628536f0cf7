package dev.parley.command.member;

import dev.parley.command.Command;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.ChatTab;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.member.Username;
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
     * The actor came with a token that calls them so: they join, or are renamed. A service is no person, and does
     * neither. Refused as {@code USERNAME_TAKEN} while somebody else has that name.
     */
    record Appear(Actor actor, Username username) implements MemberCommand {}

    /**
     * A service names somebody who may not have come yet: they join. Who has come keeps the name of their own token.
     * Refused as {@code USERNAME_TAKEN} while somebody else has that name.
     */
    record Introduce(Actor actor, UserId member, Username username) implements MemberCommand {}

    record SwitchZenMode(Actor actor, boolean on) implements MemberCommand {}

    record ChooseChatTab(Actor actor, ChatTab tab) implements MemberCommand {}
}
