package dev.parley.command.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.grpc.event.Event;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;

class AxonServerEventsTest {
    private static final String REPEATABLE =
            UUID.nameUUIDFromBytes(new byte[] {1}).toString();
    private static final String RANDOM = UUID.randomUUID().toString();

    private final Serializer serializer = TestSerializers.events();

    @Test
    void aCommandThatMayBeSentTwiceLeavesItsMarkBeforeItsFirstEvent() {
        List<Event> written = AxonServerEvents.written(
                List.of(event(REPEATABLE, 4), event(REPEATABLE + ".1", 5), event(RANDOM, 6)), serializer);

        assertThat(written).extracting(AxonServerEvents::isMark).containsExactly(true, false, false, false);
        assertThat(written.getFirst().getAggregateIdentifier()).isEqualTo("command~" + REPEATABLE);
        assertThat(written.getFirst().getAggregateSequenceNumber()).isZero();
    }

    @Test
    void anEventIsReadAsItWasWritten() {
        DomainEventMessage<?> event = event(RANDOM, 4);

        LogRow row = AxonServerEvents.row(AxonServerEvents.event(event, serializer), 7);

        assertThat(row.position()).isEqualTo(7);
        assertThat(row.getSequenceNumber()).isEqualTo(4);
        assertThat(row.getEventIdentifier()).isEqualTo(RANDOM);
        assertThat(row.getTimestamp().toEpochMilli())
                .isEqualTo(event.getTimestamp().toEpochMilli());
        assertThat(row.getPayload().getType().getName()).isEqualTo(String.class.getName());
        assertThat(row.getPayload().getType().getRevision()).isNull();
        assertThat(serializer.<byte[], Object>deserialize(row.getPayload())).isEqualTo("text");
        assertThat(serializer.<byte[], MetaData>deserialize(row.getMetaData())).isEqualTo(Map.of("role", "user"));
    }

    private static DomainEventMessage<?> event(String id, long sequence) {
        return new GenericDomainEventMessage<>(
                "Room",
                "r~1",
                sequence,
                "text",
                MetaData.with("role", "user"),
                id,
                Clock.systemUTC().instant());
    }
}
