package dev.parley.command.forum;

import dev.parley.command.Command;
import dev.parley.kernel.Rejection;
import dev.parley.kernel.forum.PostId;
import dev.parley.kernel.forum.Reaction;
import dev.parley.kernel.forum.ReactionsId;
import dev.parley.kernel.member.Actor;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What people say to a post without a word, as long as they can see it: those of people whom they block they cannot, nor
 * any in these people's topics. What is so already leads to no event.
 */
public sealed interface ReactionCommand extends Command {
    PostId postId();

    Reaction reaction();

    @TargetAggregateIdentifier
    default ReactionsId reactionsId() {
        return ReactionsId.of(postId());
    }

    @Override
    default Rejection whenUnknown() {
        return Rejection.UNKNOWN_TOPIC;
    }

    /** Refused as {@code TOO_MANY_REACTIONS} once 2,000 people have reacted, by kid mode and sanctions. */
    record AddReaction(Actor actor, PostId postId, Reaction reaction) implements ReactionCommand {}

    record TakeBackReaction(Actor actor, PostId postId, Reaction reaction) implements ReactionCommand {}
}
