package dev.parley.command.log;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.LazyDeserializingObject;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/**
 * An event of the log, whose payload and envelope are parsed, and the personal text in them opened, when they are first asked
 * for.
 *
 * @param message what is handed out
 * @param content what it has its payload and envelope from
 */
record LazyEvent(TrackedEventMessage<?> message, SerializedMessage<?> content) {
    /** @param stored which came of {@link DomainEventData} at a place in the log */
    static LazyEvent of(IntermediateEventRepresentation stored, Serializer serializer) {
        var content = new SerializedMessage<>(
                stored.getMessageIdentifier(),
                new LazyDeserializingObject<>(stored::getData, stored.getType(), serializer),
                stored.getMetaData());
        var message = new GenericTrackedDomainEventMessage<>(
                stored.getTrackingToken().orElseThrow(),
                stored.getAggregateType().orElse(null),
                stored.getAggregateIdentifier().orElseThrow(),
                stored.getSequenceNumber().orElseThrow(),
                content,
                stored::getTimestamp);
        return new LazyEvent(message, content);
    }

    Class<?> type() {
        return content.getPayloadType();
    }
}
