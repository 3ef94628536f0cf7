package dev.parley.kernel.forum;

import dev.parley.kernel.member.UserId;

/** Everything that people say to a post without a word. */
public sealed interface ReactionEvent {
    PostId postId();

    default ReactionsId reactionsId() {
        return ReactionsId.of(postId());
    }

    record ReactionAdded(PostId postId, UserId by, Reaction reaction) implements ReactionEvent {}

    record ReactionTakenBack(PostId postId, UserId by, Reaction reaction) implements ReactionEvent {}
}
