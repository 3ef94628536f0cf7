package dev.parley.command.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.command.log.GoldenEventsTest.Golden;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;

/** A golden event as the event store gives it to the upcasters. */
record StoredEvent(Golden golden) implements DomainEventData<byte[]> {
    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(
                bytes(golden.payload().toString()), byte[].class, golden.type(), golden.revision());
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(bytes("{}"), byte[].class);
    }

    @Override
    public String getEventIdentifier() {
        return "event";
    }

    @Override
    public Instant getTimestamp() {
        return Instant.EPOCH;
    }

    @Override
    public String getType() {
        return "Aggregate";
    }

    @Override
    public String getAggregateIdentifier() {
        return "stream";
    }

    @Override
    public long getSequenceNumber() {
        return 0;
    }

    private static byte[] bytes(String json) {
        return json.getBytes(UTF_8);
    }
}
