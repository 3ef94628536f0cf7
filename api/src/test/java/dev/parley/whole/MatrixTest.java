package dev.parley.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint, asked by every kind of caller on a whole server, answers as matrix.txt says. */
class MatrixTest {
    private static final Matrix MATRIX = Matrix.read();

    @TempDir
    private static Path directory;

    private static Site site;
    private static Asking asking;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        site = Site.start(
                directory,
                "--parley.forum.pace.enabled=false",
                "--parley.elasticsearch.home=" + System.getProperty("elasticsearch.home"));
        asking = new Asking(site, Neighbourhood.around(site));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    static Stream<String> endpoints() {
        return MATRIX.rows().keySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endpoints")
    void eachIsAnsweredAsTheTableSays(String endpoint) {
        Map<String, String> answers = new LinkedHashMap<>();
        MATRIX.callers().forEach(who -> answers.put(who, asking.answer(who, endpoint)));
        assertThat(answers).containsExactlyEntriesOf(MATRIX.rows().get(endpoint));
    }

    @Test
    void everyEndpointHasARow() {
        assertThat(endpoints().filter(endpoint -> !endpoint.startsWith(Asking.SOCKET)))
                .containsExactlyInAnyOrderElementsOf(documented());
    }

    private static Set<String> documented() {
        Set<String> endpoints = new TreeSet<>();
        site.get("owner", "/v3/api-docs")
                .body()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> endpoints.add(method.toUpperCase() + " " + path.getKey())));
        return endpoints;
    }
}
