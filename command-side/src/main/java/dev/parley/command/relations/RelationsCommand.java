package dev.parley.command.relations;

import dev.parley.command.Command;
import dev.parley.kernel.InvalidValue;
import dev.parley.kernel.member.Actor;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.relations.RelationsId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Everything that one person can ask of their relations to another; nobody has any to themselves, and a service has
 * none at all. What is so already leads to no event.
 */
public sealed interface RelationsCommand extends Command {
    UserId other();

    @TargetAggregateIdentifier
    default RelationsId relationsId() {
        return RelationsId.of(actor().id());
    }

    /** Refused between people of whom one blocks the other, to kids, and to who follows 400 people. */
    record Follow(Actor actor, UserId other) implements RelationsCommand {
        public Follow {
            requireTwo(actor, other);
        }
    }

    record Unfollow(Actor actor, UserId other) implements RelationsCommand {
        public Unfollow {
            requireTwo(actor, other);
        }
    }

    /** Neither follows the other from then on. Refused to who blocks 500 people. */
    record Block(Actor actor, UserId other) implements RelationsCommand {
        public Block {
            requireTwo(actor, other);
        }
    }

    record Unblock(Actor actor, UserId other) implements RelationsCommand {
        public Unblock {
            requireTwo(actor, other);
        }
    }

    private static void requireTwo(Actor actor, UserId other) {
        InvalidValue.unless(!other.equals(actor.id()), "username", "somebody else");
    }
}
