package dev.parley.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.command.log.TestSerializers;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.serialization.SerializedObject;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a snapshot is made of. A field that a stored snapshot lacks would silently have its default, so snapshots of an
 * earlier shape must not be read: a changed shape needs another {@code @Revision} of its aggregate. The files in {@code
 * snapshots} hold today's shapes, and have the revision in their names.
 */
public final class SnapshotShape {
    private static final JsonMapper JSON = new JsonMapper();

    private SnapshotShape() {}

    /** @param state of an aggregate, with something in each of its fields */
    public static void assertOfItsRevision(Object state) throws IOException {
        SerializedObject<byte[]> snapshot = TestSerializers.snapshots().serialize(state, byte[].class);
        String name =
                state.getClass().getSimpleName() + "-" + snapshot.getType().getRevision();
        Set<String> shape = new TreeSet<>();
        collect(JSON.readTree(snapshot.getData()), "", shape);

        var file = new ClassPathResource("snapshots/" + name + ".txt");
        assertThat(shape)
                .as("this shape is of another revision: raise @Revision, and put it into a file of its own name")
                .containsExactlyElementsOf(
                        file.exists() ? file.getContentAsString(UTF_8).lines().toList() : Set.of());
    }

    private static void collect(JsonNode json, String path, Set<String> shape) {
        if (json.isObject() && !json.isEmpty()) {
            json.properties().forEach(field -> collect(field.getValue(), path + "." + field.getKey(), shape));
        } else if (json.isArray() && !json.isEmpty()) {
            json.forEach(element -> collect(element, path + "[]", shape));
        } else {
            shape.add(path + " " + json.getNodeType());
        }
    }
}
