package dev.parley.command.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.junit.jupiter.api.Test;

class ReadingHabitsTest {
    private final Serializer serializer = Jackson3Serializer.builder().build();
    private final ReadingHabits habits = new ReadingHabits();

    @Test
    void parsesNothingBeforeTheReaderHas() {
        given(event("a"));
        assertThat(prepared(event("b")).content().isPayloadDeserialized()).isFalse();
    }

    @Test
    void parsesPayloadsOfTheTypesThatTheReaderLookedAt() {
        LazyEvent looked = given(event("a"));
        looked.message().getPayload();
        given(event("next"));

        LazyEvent same = prepared(event("b"));
        assertThat(same.content().isPayloadDeserialized()).isTrue();
        assertThat(same.content().isMetaDataDeserialized()).isFalse();
        assertThat(same.message().getPayload()).isEqualTo("b");
        assertThat(prepared(event(1L)).content().isPayloadDeserialized()).isFalse();
    }

    @Test
    void parsesEnvelopesWhereTheReaderLookedAtThem() {
        LazyEvent looked = given(event("a"));
        looked.message().getMetaData();
        given(event("next"));
        assertThat(prepared(event("b")).content().isMetaDataDeserialized()).isTrue();
    }

    @Test
    void leavesItToTheReaderToMeetWhatCannotBeRead() {
        LazyEvent looked = given(event("a"));
        looked.message().getPayload();
        given(event("next"));

        LazyEvent broken = prepared(event(String.class, "{"));
        assertThatThrownBy(broken.message()::getPayload).isInstanceOf(SerializationException.class);
    }

    private LazyEvent given(LazyEvent event) {
        habits.give(List.of(event));
        return event;
    }

    private LazyEvent prepared(LazyEvent event) {
        habits.prepare(event);
        return event;
    }

    private LazyEvent event(Object payload) {
        byte[] bytes = serializer.serialize(payload, byte[].class).getData();
        return event(payload.getClass(), new String(bytes, UTF_8));
    }

    private LazyEvent event(Class<?> type, String payload) {
        byte[] envelope =
                serializer.serialize(MetaData.emptyInstance(), byte[].class).getData();
        var row = new LogRow(
                1,
                "Test",
                "stream",
                0,
                "id",
                Instant.EPOCH,
                new SimpleSerializedObject<>(payload.getBytes(UTF_8), byte[].class, type.getName(), null),
                new SerializedMetaData<>(envelope, byte[].class));
        var token = GapAwareTrackingToken.newInstance(1, Collections.emptySortedSet());
        var stored = new InitialEventRepresentation(new TrackedDomainEventData<>(token, row), serializer);
        return LazyEvent.of(stored, serializer);
    }
}
