package dev.parley.command.log;

import dev.parley.kernel.member.MemberEvent.MemberJoined;
import dev.parley.kernel.member.MemberEvent.MemberRenamed;
import java.time.Instant;
import java.util.Set;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Events that name somebody did not say when the token was made: any token is newer than those. */
final class NamingSaysWhen extends SingleEventUpcaster {
    private static final String REVISION = "1";
    private static final Set<String> NAMINGS = Set.of(MemberJoined.class.getName(), MemberRenamed.class.getName());

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().getRevision() == null
                && NAMINGS.contains(event.getType().getName());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        SerializedType today = new SimpleSerializedType(event.getType().getName(), REVISION);
        return event.upcastPayload(today, JsonNode.class, NamingSaysWhen::withInstant);
    }

    private static JsonNode withInstant(JsonNode event) {
        return ((ObjectNode) event).put("issuedAt", Instant.EPOCH.toString());
    }
}
