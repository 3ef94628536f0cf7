package dev.parley.command.log;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stored events are for ever, and so are the files in {@code golden}: each is an event as it was once stored, with the
 * name of its type, and is never changed, moved or removed. A new event gets a file. An event that changes its name or
 * shape gets a revision, an upcaster and one more file, while the earlier ones go on being read.
 */
class GoldenEventsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Serializer SERIALIZER = TestSerializers.events();
    private static final PathMatchingResourcePatternResolver CLASSPATH = new PathMatchingResourcePatternResolver();

    /** @param revision {@code null} before the first change of shape */
    record Golden(String type, String revision, JsonNode payload) {
        Stored stored() {
            return new Stored(type, revision);
        }

        @Override
        public String toString() {
            return stored().toString();
        }
    }

    record Stored(String type, String revision) {}

    @Test
    void tellsOfEverySealedEvent() throws IOException {
        Set<Stored> told = goldenEvents().stream().map(Golden::stored).collect(toSet());

        assertThat(sealedEvents())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(told)
                        .as("src/test/resources/golden has a file such as %s", fileOf(event))
                        .contains(new Stored(
                                event.getName(),
                                serialized(sampleOf(event)).getType().getRevision())));
    }

    @ParameterizedTest
    @MethodSource("goldenEvents")
    void isReadAsItWasMeant(Golden golden) {
        Stream<Object> read = EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(new StoredEvent(golden)), SERIALIZER, new SerializationConfiguration().upcasters())
                .asStream()
                .map(EventMessage::getPayload);

        assertThat(read).singleElement().isIn(EventSamples.ALL);
    }

    @ParameterizedTest
    @MethodSource("goldenEvents")
    void hasTheShapeThatIsWrittenToday(Golden golden) {
        assertThat(EventSamples.ALL.stream().map(GoldenEventsTest::serialized))
                .filteredOn(today -> golden.stored()
                        .equals(new Stored(
                                today.getType().getName(), today.getType().getRevision())))
                .allSatisfy(today ->
                        assertThat(shape(JSON.readTree(today.getData()))).isEqualTo(shape(golden.payload())));
    }

    static List<Golden> goldenEvents() throws IOException {
        List<Golden> events = new ArrayList<>();
        for (Resource file : CLASSPATH.getResources("classpath:golden/**/*.json")) {
            events.add(JSON.readValue(file.getContentAsByteArray(), Golden.class));
        }
        return events;
    }

    /** The records of every sealed interface of the kernel whose name ends with {@code Event}. */
    private static List<Class<?>> sealedEvents() throws IOException {
        List<Class<?>> events = new ArrayList<>();
        for (Resource file : CLASSPATH.getResources("classpath*:dev/parley/kernel/**/*Event.class")) {
            String path = file.getURI().toString();
            String name = path.substring(path.indexOf("dev/parley/kernel"), path.length() - ".class".length());
            Class<?> family = ClassUtils.resolveClassName(name.replace('/', '.'), null);
            if (family.isSealed()) {
                events.addAll(Arrays.asList(family.getPermittedSubclasses()));
            }
        }
        return events;
    }

    private static Object sampleOf(Class<?> event) {
        return EventSamples.ALL.stream()
                .filter(event::isInstance)
                .findFirst()
                .orElseThrow(() -> new AssertionError("EventSamples has no " + event.getSimpleName()));
    }

    private static SerializedObject<byte[]> serialized(Object event) {
        return SERIALIZER.serialize(event, byte[].class);
    }

    private static String fileOf(Class<?> event) {
        SerializedObject<byte[]> sample = serialized(sampleOf(event));
        return JSON.writeValueAsString(new Golden(
                sample.getType().getName(), sample.getType().getRevision(), JSON.readTree(sample.getData())));
    }

    /** The type of each field, and of each field within it. */
    private static Map<String, Object> shape(JsonNode json) {
        Map<String, Object> shape = new TreeMap<>();
        json.properties()
                .forEach(field -> shape.put(
                        field.getKey(),
                        field.getValue().isObject()
                                ? shape(field.getValue())
                                : field.getValue().getNodeType()));
        return shape;
    }
}
