package dev.parley.command.log;

import dev.parley.kernel.moderation.LookEvent.ConversationLookedAt;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Looks at conversations did not say which part was looked at. */
final class LookSaysWhere extends SingleEventUpcaster {
    private static final SerializedType TODAY = new SimpleSerializedType(ConversationLookedAt.class.getName(), "1");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().getRevision() == null
                && event.getType().getName().equals(TODAY.getName());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(TODAY, JsonNode.class, look -> ((ObjectNode) look).put("before", 0));
    }
}
