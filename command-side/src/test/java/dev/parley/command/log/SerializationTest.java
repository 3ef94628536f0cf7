package dev.parley.command.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import dev.parley.command.StoreUnavailable;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.RoomEvent.MemberTimedOut;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomEvent.RoomDisabled;
import dev.parley.kernel.room.RoomId;
import dev.parley.kernel.room.TimeoutReason;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdConvertingSerializer;
import tools.jackson.databind.util.StdConverter;

class SerializationTest {
    private static final RoomId ROOM = new RoomId("game~g1");
    private static final UserId ANN = new UserId("ann");

    private final Serializer events = TestSerializers.events();
    private final Serializer general = TestSerializers.snapshots();

    @Test
    void sealsPersonalText() {
        var posted = new MessagePosted(ROOM, 1, ANN, new PersonalText(ANN, "good game"));

        String json = json(events, posted);

        assertThat(json).contains("\"owner\":\"ann\",\"sealed\":\"").doesNotContain("good game");
        assertThat(read(events, json, MessagePosted.class)).isEqualTo(posted);
    }

    @Test
    void writesInstantsAsText() {
        var noon = Instant.parse("2026-01-02T12:00:00.125Z");
        var timedOut = new MemberTimedOut(ROOM, ANN, new UserId("mod"), TimeoutReason.SPAM, noon);

        String json = json(events, timedOut);

        assertThat(json).contains("\"until\":\"2026-01-02T12:00:00.125Z\"");
        assertThat(read(events, json, MemberTimedOut.class)).isEqualTo(timedOut);
    }

    @Test
    void passesOverAFieldThatANewerServerWrote() {
        assertThat(read(events, "{\"roomId\":\"game~g1\",\"colour\":\"red\"}", RoomDisabled.class))
                .isEqualTo(new RoomDisabled(ROOM));
    }

    @Test
    void makesNothingUpForAFieldThatIsMissing() {
        assertThatThrownBy(() -> read(events, "{\"roomId\":\"game~g1\",\"author\":\"ann\"}", MessagePosted.class))
                .isInstanceOf(SerializationException.class)
                .hasStackTraceContaining("number");
    }

    @Test
    void bringsBackTheFieldsOfAnAggregate() {
        var state = new State();
        state.members.add(ANN);
        state.timedOutUntil.put(ANN, Instant.parse("2026-01-02T12:00:00Z"));
        state.recent.add(new PersonalText(ANN, "good game"));
        state.openedAt = Instant.parse("2026-01-02T11:00:00Z");
        state.disabled = true;

        State read = read(general, json(general, state), State.class);

        assertThat(read).usingRecursiveComparison().isEqualTo(state);
        assertThat(json(general, state)).doesNotContain("good game");
    }

    @Test
    void refusesAggregatesOfAnotherVersion() {
        assertThatThrownBy(() -> read(general, "{\"members\":[],\"renamedSince\":1}", State.class))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void bringsBackMetaData() {
        MetaData metaData = MetaData.with("actor", "ann");

        assertThat(read(events, json(events, metaData), MetaData.class)).isEqualTo(metaData);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void bringsBackTokens(TrackingToken token) {
        assertThat(read(general, json(general, token), token.getClass())).isEqualTo(token);
    }

    static List<TrackingToken> tokens() {
        var position = GapAwareTrackingToken.newInstance(7, List.of(3L, 5L));
        return List.of(
                position,
                ReplayToken.createReplayToken(position),
                ReplayToken.createReplayToken(position, GapAwareTrackingToken.newInstance(2, List.of())),
                new MergedTrackingToken(position, GapAwareTrackingToken.newInstance(9, List.of())));
    }

    @Test
    void isDoneOncePerEventAndFormat() {
        var posted = new MessagePosted(ROOM, 1, ANN, new PersonalText(ANN, "good game"));
        var event = new GenericDomainEventMessage<>("Room", ROOM.value(), 3, posted);

        assertThat(event.serializePayload(events, byte[].class)).isSameAs(event.serializePayload(events, byte[].class));
    }

    @Test
    void tellsWhyATextCannotBeSealed() {
        Serializer away = new SerializationConfiguration()
                .eventSerializer(List.of(mapper -> mapper.addModule(new SimpleModule()
                        .addSerializer(PersonalText.class, new StdConvertingSerializer(new NoKeys())))));
        var posted = new MessagePosted(ROOM, 1, ANN, new PersonalText(ANN, "good game"));

        assertThatThrownBy(() -> away.serialize(posted, byte[].class)).isInstanceOf(StoreUnavailable.class);
    }

    private static String json(Serializer serializer, Object object) {
        return new String(serializer.serialize(object, byte[].class).getData(), UTF_8);
    }

    private static <T> T read(Serializer serializer, String json, Class<T> type) {
        return serializer.deserialize(
                new SimpleSerializedObject<>(json.getBytes(UTF_8), byte[].class, type.getName(), null));
    }

    private static final class NoKeys extends StdConverter<PersonalText, String> {
        @Override
        public String convert(PersonalText text) {
            throw new StoreUnavailable("as asked", null);
        }
    }

    /** Private fields of all the kinds that aggregates have. */
    @JsonAutoDetect(fieldVisibility = Visibility.ANY)
    private static final class State {
        private final Set<UserId> members = new HashSet<>();
        private final Map<UserId, Instant> timedOutUntil = new HashMap<>();
        private final Deque<PersonalText> recent = new ArrayDeque<>();
        private Instant openedAt = Instant.EPOCH;
        private boolean disabled;
    }
}
