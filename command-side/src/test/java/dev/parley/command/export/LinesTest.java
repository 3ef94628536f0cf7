package dev.parley.command.export;

import static com.networknt.schema.SpecificationVersion.DRAFT_2020_12;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import dev.parley.command.log.EventSamples;
import dev.parley.command.log.LogPages.Entry;
import dev.parley.kernel.Envelope;
import dev.parley.kernel.PersonalText;
import dev.parley.kernel.direct.ConversationEvent.DirectMessageSent;
import dev.parley.kernel.direct.ConversationId;
import dev.parley.kernel.forum.ContributionEvent.PostContributed;
import dev.parley.kernel.forum.TopicEvent.PostAdded;
import dev.parley.kernel.forum.TopicId;
import dev.parley.kernel.member.MemberEvent.KidModeEnabled;
import dev.parley.kernel.member.UserId;
import dev.parley.kernel.room.EntityId;
import dev.parley.kernel.room.NotesEvent.NotesWritten;
import dev.parley.kernel.room.NotesId;
import dev.parley.kernel.room.RoomEvent.MessagePosted;
import dev.parley.kernel.room.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an export tells of one event. */
class LinesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UserId ANN = MarkedEvents.ANN;
    private static final UserId BEN = new UserId("ben");
    private static final PersonalText TEXT = new PersonalText(ANN, "for you alone");
    private static final Map<String, String> ENVELOPE = Map.of(
            Envelope.ACTOR, "marker-mod",
            Envelope.ROLE, "moderator",
            Envelope.REASON, "marker reason",
            Envelope.COMMAND, "marker-event",
            Envelope.CORRELATION, "marker-request",
            Envelope.CAUSATION, "marker-cause",
            Envelope.REQUEST, "marker-digest");

    @Test
    void knowsEveryEventThatThereIs() {
        assertThat(EventTypes.byName().values())
                .containsExactlyInAnyOrderElementsOf(EventSamples.ALL.stream()
                        .<Class<?>>map(Object::getClass)
                        .distinct()
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("events")
    void tellsNoNameAndNoTextUnderPseudonyms(Object event) {
        assertThat(JSON.writeValueAsString(Lines.json(line(event), pseudonymous())))
                .doesNotContainIgnoringCase(MarkedEvents.MARK)
                .doesNotContain(MarkedEvents.NUMBER_MARK);
    }

    @ParameterizedTest
    @MethodSource("events")
    void isAsItsSchemaSaysUnderPseudonyms(Object event) {
        assertThat(schema(Detail.PSEUDONYMOUS).validate(json(line(event), pseudonymous())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void isAsItsSchemaSaysWithNames(Object event) {
        assertThat(schema(Detail.NAMED).validate(json(line(event), new Named())))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theSchemaRefusesWhatIsNoLine(Detail detail) {
        Map<String, Object> line = Lines.json(line(EventSamples.ALL.getFirst()), new Named());
        line.remove("actor");
        assertThat(schema(detail).validate(JSON.valueToTree(line))).isNotEmpty();
    }

    @Test
    void theSchemaForPseudonymsRefusesNames() {
        assertThat(schema(Detail.PSEUDONYMOUS)
                        .validate(json(line(MarkedEvents.all().getFirst()), new Named())))
                .isNotEmpty();
    }

    @Test
    void tellsOfWhatItIsAPart() {
        Map<String, Object> line = Lines.json(line(EventSamples.ALL.getFirst()), pseudonymous());
        assertThat(line)
                .containsEntry("cursor", "7")
                .containsEntry("type", "ReportFiled")
                .containsEntry("at", "2026-03-01T12:00:00.000Z")
                .containsEntry("sequence", 3L)
                .containsEntry("role", "moderator")
                .containsEntry("reason", null);
        assertThat(line.get("command")).isEqualTo(line.get("id")).isNotEqualTo(line.get("correlation"));
    }

    @Test
    void keepsTogetherWhatBelongsTogether() {
        Disclosure how = pseudonymous();
        var room = new RoomId("game~g1");
        var game = new EntityId("g1");
        JsonNode line = payload(new MessagePosted(room, 1, ANN, TEXT), how);
        JsonNode notes = payload(new NotesWritten(NotesId.of(ANN, game), ANN, game, TEXT), how);
        String ann = line.path("author").asString();
        assertThat(notes.path("writer").asString()).isEqualTo(ann);
        assertThat(notes.path("notes_id").asString())
                .isEqualTo("notes~" + ann + "~" + notes.path("game_id").asString());
        assertThat(line.path("room_id").asString())
                .isEqualTo("game~" + notes.path("game_id").asString());
        assertThat(line.path("number").asLong()).isEqualTo(1);
        assertThat(line.path("content").isNull()).isTrue();
        JsonNode message = payload(new DirectMessageSent(ConversationId.of(ANN, BEN), 1, ANN, 1, 0, TEXT), how);
        assertThat(message.path("conversation_id").asString().split("~"))
                .containsExactlyInAnyOrder("dm", ann, how.person(BEN));
    }

    @Test
    void pseudonymsOfTwoKeysHaveNothingInCommon() {
        assertThat(pseudonymous().person(ANN)).isEqualTo(pseudonymous().person(ANN));
        assertThat(new Pseudonymous(key("another")).person(ANN))
                .isNotEqualTo(pseudonymous().person(ANN));
        assertThat(pseudonymous().person(ANN))
                .isNotEqualTo(pseudonymous().username(ANN.value()))
                .isNotEqualTo(pseudonymous().thing("entity", ANN.value()));
        assertThat(pseudonymous().username("Ann")).isEqualTo(pseudonymous().username("ann"));
    }

    @Test
    void theServerItselfIsNobody() {
        assertThat(pseudonymous().person(UserId.SYSTEM)).isEqualTo("system");
    }

    @Test
    void namesAreThoseOfTheLog() {
        for (Object event : EventSamples.ALL) {
            JsonNode payload = payload(event, new Named());
            payload.properties()
                    .forEach(field -> assertThat(field.getValue().toString())
                            .as("%s of %s", field.getKey(), event)
                            .doesNotContain("null~")
                            .doesNotContain("UserId["));
        }
        JsonNode post = payload(
                EventSamples.ALL.stream()
                        .filter(PostAdded.class::isInstance)
                        .findFirst()
                        .orElseThrow(),
                new Named());
        assertThat(post.path("content").asString()).isEqualTo("Which, @Bob?");
        assertThat(post.path("topic_id").asString()).isEqualTo("topic~00000000-0000-0000-0000-000000000001");
        assertThat(post.path("mentions").get(0).asString()).isEqualTo("u2");
    }

    @Test
    void whatIsWrittenInPrivateIsNotToldWithNamesEither() {
        var topic = new TopicId("topic~00000000-0000-0000-0000-000000000001");
        List<Object> inPrivate = List.of(
                new DirectMessageSent(ConversationId.of(ANN, BEN), 1, ANN, 1, 0, TEXT),
                new NotesWritten(NotesId.of(ANN, new EntityId("g1")), ANN, new EntityId("g1"), TEXT),
                new PostContributed(ANN, topic, 1, TEXT));
        assertThat(inPrivate)
                .allSatisfy(event -> assertThat(json(line(event), new Named()).toString())
                        .contains(ANN.value())
                        .doesNotContain(TEXT.text()));
    }

    @Test
    void secretsAreToldToNobody() {
        assertThat(payload(new KidModeEnabled(ANN, "$2a$10$hash"), new Named()).toString())
                .isEqualTo("{\"member\":\"marker-ann\"}");
    }

    static Stream<Object> events() {
        return Stream.concat(EventSamples.ALL.stream(), MarkedEvents.all().stream());
    }

    private static Schema schema(Detail detail) {
        return SchemaRegistry.withDefaultDialect(DRAFT_2020_12).getSchema(JSON.valueToTree(Lines.schema(detail)));
    }

    private static Disclosure pseudonymous() {
        return new Pseudonymous(key("key"));
    }

    private static SecretKeySpec key(String name) {
        return new SecretKeySpec(name.getBytes(UTF_8), "HmacSHA256");
    }

    private static JsonNode json(Entry line, Disclosure disclosure) {
        return JSON.valueToTree(Lines.json(line, disclosure));
    }

    private static JsonNode payload(Object event, Disclosure disclosure) {
        return JSON.valueToTree(Lines.payload(event, Set.of(), disclosure));
    }

    private static Entry line(Object event) {
        return new Entry(
                7, new GenericDomainEventMessage<>("Some", "marker~stream", 3, event, ENVELOPE, "marker-event", NOON));
    }
}
