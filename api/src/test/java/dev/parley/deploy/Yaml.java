package dev.parley.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Files of YAML at the repository's root, as maps; keys of a map that are none, or none of its kind, fail. */
final class Yaml {
    private Yaml() {}

    /** All documents of the file. */
    static List<Map<String, ?>> all(String file) throws IOException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(200);
        List<Map<String, ?>> all = new ArrayList<>();
        String text = Files.readString(Path.of("..", file));
        new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).loadAll(text).forEach(one -> all.add(map(one)));
        return all;
    }

    static Map<String, ?> map(Object value) {
        assertThat(value).isInstanceOf(Map.class);
        @SuppressWarnings("unchecked")
        Map<String, ?> map = (Map<String, ?>) value;
        return map;
    }

    /** What stands under a key; an empty map where nothing does. */
    static Map<String, ?> map(Map<String, ?> of, String key) {
        Object value = of.get(key);
        return value == null ? Map.of() : map(value);
    }

    /** What stands under a key; an empty list where nothing does. */
    static List<?> list(Map<String, ?> of, String key) {
        Object value = of.get(key);
        return value == null ? List.of() : (List<?>) value;
    }

    /** What stands at the end of a path, which must be there. */
    static Map<String, ?> at(Map<String, ?> of, String... path) {
        Map<String, ?> found = of;
        for (String key : path) {
            assertThat(found).containsKey(key);
            found = map(found.get(key));
        }
        return found;
    }
}
