package dev.parley.command.log;

import dev.parley.kernel.forum.ContributionEvent.EditContributed;
import tools.jackson.databind.node.ObjectNode;

/** Edits had no rough print of their text: the exact one is the same for a text in lower case. */
final class EditSaysRoughly extends FirstShape {
    EditSaysRoughly() {
        super(EditContributed.class);
    }

    @Override
    void complete(ObjectNode event) {
        event.set("roughPrint", event.get("textPrint"));
    }
}
