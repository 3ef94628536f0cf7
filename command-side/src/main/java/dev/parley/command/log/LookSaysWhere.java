package dev.parley.command.log;

import dev.parley.kernel.moderation.LookEvent.ConversationLookedAt;
import tools.jackson.databind.node.ObjectNode;

/** Looks at conversations did not say which part was looked at. */
final class LookSaysWhere extends FirstShape {
    LookSaysWhere() {
        super(ConversationLookedAt.class);
    }

    @Override
    void complete(ObjectNode event) {
        event.put("before", 0);
    }
}
