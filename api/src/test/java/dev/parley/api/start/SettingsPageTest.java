package dev.parley.api.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** What an operator may set stands in docs/settings.md, and nothing else does. */
class SettingsPageTest {
    private static final Path DOCUMENT = Path.of("../docs/settings.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z0-9.-]+)` \\| `([A-Z0-9_]+)` \\| ([^|]+) \\| [^|]* \\| \\S[^|]*\\|$");
    private static final Pattern READ = Pattern.compile("\\$\\{(parley\\.[a-z.-]+)(?::([^}]*))?}"
            + "|(?:Property|Property\\(name =)\\(?\\s*\"(parley\\.[a-z.-]+)\""
            + "|\"(parley\\.keys\\.[a-z]+)\"");
    /** Read where nodes are told apart. */
    private static final Pattern OF_NODES = Pattern.compile("parley\\.(event-store|roles)");

    private static final Pattern CAMEL = Pattern.compile("([a-z])([A-Z])");

    @Test
    void namesEverySettingOfOurs() throws IOException {
        Set<String> documented = documented().keySet().stream()
                .filter(name -> name.startsWith("parley."))
                .filter(name -> !OF_NODES.matcher(name).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(known().keySet());
        known.removeIf(name -> OF_NODES.matcher(name).matches());
        assertThat(documented).isEqualTo(known);
    }

    @Test
    void namesTheDefaultOfEach() throws IOException {
        Map<String, String> documented = documented();
        Map<String, String> known = known();
        known.keySet().removeIf(name -> OF_NODES.matcher(name).matches());
        known.forEach((name, value) -> {
            String expected = value.isEmpty() ? "none" : "`" + value + "`";
            assertThat(documented.get(name)).as(name).startsWith(expected);
        });
    }

    @Test
    void namesTheVariableOfEach() throws IOException {
        assertThat(ROW.matcher(Files.readString(DOCUMENT)).results())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.group(2)).isEqualTo(SecretFiles.variable(row.group(1))));
    }

    @Test
    void marksEverySecret() throws IOException {
        String page = Files.readString(DOCUMENT);
        assertThat(SecretFiles.SECRETS)
                .allSatisfy(secret -> assertThat(page.lines().filter(line -> line.startsWith("| `" + secret + "`")))
                        .singleElement()
                        .asString()
                        .contains("**secret**"));
    }

    private static Map<String, String> documented() throws IOException {
        return ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(3)));
    }

    /** By name, with their defaults. */
    private static Map<String, String> known() throws IOException {
        Map<String, String> known = new TreeMap<>();
        for (String module : new String[] {"command-side", "query-side", "api"}) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main"))) {
                files.filter(file -> file.toString().matches(".*\\.(java|yml)"))
                        .forEach(file -> known.putAll(readIn(file)));
            }
        }
        known.put("parley.data-directory", "./data");
        known.put("parley.minimum-free-disk", "500MB");
        records()
                .forEach(type ->
                        addAll(type.getAnnotation(ConfigurationProperties.class).value(), type, known));
        return known;
    }

    private static Map<String, String> readIn(Path file) {
        try {
            return READ.matcher(Files.readString(file))
                    .results()
                    .collect(Collectors.toMap(
                            read -> Stream.of(1, 3, 4)
                                    .map(read::group)
                                    .filter(name -> name != null)
                                    .findFirst()
                                    .orElseThrow(),
                            read -> read.group(2) == null ? "" : read.group(2),
                            (one, other) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Class<?>> records() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("dev.parley").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null));
    }

    private static void addAll(String prefix, Class<?> type, Map<String, String> known) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + name(component);
            if (component.getType().isRecord() && component.getType().getEnclosingClass() == type) {
                addAll(name, component.getType(), known);
            } else {
                known.put(name, value(type, component));
            }
        }
    }

    private static String name(RecordComponent component) {
        return CAMEL.matcher(component.getName()).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String value(Class<?> type, RecordComponent component) {
        return Arrays.stream(type.getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .map(parameter -> parameter.getAnnotation(DefaultValue.class))
                .map(value -> value == null ? "" : String.join(",", value.value()))
                .findFirst()
                .orElse("");
    }
}
