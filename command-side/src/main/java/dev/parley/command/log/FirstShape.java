package dev.parley.command.log;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lifts events of some types from their first shape, which had no revision, to revision 1. */
abstract class FirstShape extends SingleEventUpcaster {
    private static final String REVISION = "1";

    private final Set<String> types;

    FirstShape(Class<?>... types) {
        this.types = Stream.of(types).map(Class::getName).collect(Collectors.toUnmodifiableSet());
    }

    /** Adds what the event lacks. */
    abstract void complete(ObjectNode event);

    @Override
    protected final boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().getRevision() == null
                && types.contains(event.getType().getName());
    }

    @Override
    protected final IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        var today = new SimpleSerializedType(event.getType().getName(), REVISION);
        return event.upcastPayload(today, JsonNode.class, payload -> {
            complete((ObjectNode) payload);
            return payload;
        });
    }
}
