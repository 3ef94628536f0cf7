package dev.parley.command.log;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * Events as Axon Server keeps them. Its log knows no event by its id, so a command that may be sent twice leaves a mark:
 * an event of its own, the first of a stream that bears the command's id, stored with those that the command led to. The
 * second of two marks finds its place taken. Marks are nobody's business, and passed over by all who read.
 */
final class AxonServerEvents {
    /** Type of the payload of a mark. */
    static final String MARK = "command";
    /** Up to which position there is nothing, while a token of Axon Server's counts from 0. */
    static final long FIRST_POSITION = 1;

    private static final String ENVELOPE = "envelope";
    /** Of the ids that follow from an idempotency key; all other commands have one that nobody else has. */
    private static final int REPEATABLE = 3;

    private AxonServerEvents() {}

    /** These events in their order, each command's behind its mark. */
    static List<Event> written(List<? extends EventMessage<?>> messages, Serializer serializer) {
        List<Event> events = new ArrayList<>();
        for (EventMessage<?> message : messages) {
            if (isFirstOfRepeatable(message.getIdentifier())) {
                events.add(mark(message));
            }
            events.add(event((DomainEventMessage<?>) message, serializer));
        }
        return events;
    }

    private static boolean isFirstOfRepeatable(String id) {
        return id.indexOf('.') < 0 && UUID.fromString(id).version() == REPEATABLE;
    }

    private static Event mark(EventMessage<?> first) {
        return Event.newBuilder()
                .setMessageIdentifier(MARK + "~" + first.getIdentifier())
                .setAggregateIdentifier(MARK + "~" + first.getIdentifier())
                .setAggregateType(MARK)
                .setTimestamp(first.getTimestamp().toEpochMilli())
                .setPayload(
                        io.axoniq.axonserver.grpc.SerializedObject.newBuilder().setType(MARK))
                .build();
    }

    static Event event(DomainEventMessage<?> message, Serializer serializer) {
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        byte[] envelope = message.serializeMetaData(serializer, byte[].class).getData();
        String revision = payload.getType().getRevision();
        return Event.newBuilder()
                .setMessageIdentifier(message.getIdentifier())
                .setAggregateIdentifier(message.getAggregateIdentifier())
                .setAggregateSequenceNumber(message.getSequenceNumber())
                .setAggregateType(message.getType())
                .setTimestamp(message.getTimestamp().toEpochMilli())
                .setPayload(io.axoniq.axonserver.grpc.SerializedObject.newBuilder()
                        .setType(payload.getType().getName())
                        .setRevision(revision == null ? "" : revision)
                        .setData(ByteString.copyFrom(payload.getData())))
                .putMetaData(
                        ENVELOPE,
                        MetaDataValue.newBuilder()
                                .setBytesValue(io.axoniq.axonserver.grpc.SerializedObject.newBuilder()
                                        .setData(ByteString.copyFrom(envelope)))
                                .build())
                .build();
    }

    static boolean isMark(Event event) {
        return event.getAggregateType().equals(MARK);
    }

    /** @param position in the log, where that is known */
    static LogRow row(Event event, long position) {
        String revision = event.getPayload().getRevision();
        return new LogRow(
                position,
                event.getAggregateType(),
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                event.getMessageIdentifier(),
                Instant.ofEpochMilli(event.getTimestamp()),
                new SimpleSerializedObject<>(
                        event.getPayload().getData().toByteArray(),
                        byte[].class,
                        event.getPayload().getType(),
                        revision.isEmpty() ? null : revision),
                new SerializedMetaData<>(
                        event.getMetaDataOrThrow(ENVELOPE)
                                .getBytesValue()
                                .getData()
                                .toByteArray(),
                        byte[].class));
    }
}
