package dev.parley.command.log;

import dev.parley.kernel.forum.ContributionEvent.EditContributed;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Edits had no rough print of their text: the exact one is the same for a text in lower case. */
final class EditSaysRoughly extends SingleEventUpcaster {
    private static final SerializedType TODAY = new SimpleSerializedType(EditContributed.class.getName(), "1");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().getRevision() == null
                && event.getType().getName().equals(TODAY.getName());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                TODAY, JsonNode.class, edit -> ((ObjectNode) edit).set("roughPrint", edit.get("textPrint")));
    }
}
